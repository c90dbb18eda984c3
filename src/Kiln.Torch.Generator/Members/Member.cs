namespace Kiln.Torch.Generator.Members;

/// <summary>One C# member that a row makes.</summary>
/// <param name="Row">The row.</param>
/// <param name="Name">The member's name.</param>
/// <param name="Self">The name of the parameter that is the tensor; <c>this</c> for a method; null if there is none.</param>
/// <param name="InPlace">Whether it is the form that changes its tensor.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Names">For every parameter's name in the row its name here.</param>
internal sealed record Member(
    MemberRow Row, string Name, string? Self, bool InPlace, IReadOnlyList<Parameter> Parameters, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>Whether it is a static member.</summary>
    public bool IsStatic => Self != "this";

    /// <summary>The members of a row.</summary>
    public static IEnumerable<Member> Of(MemberRow row)
    {
        var inPlace = row.Forms.Any(f => f.Kind == FormKind.InPlace);
        foreach (var form in row.Forms)
        {
            switch (form.Kind)
            {
                case FormKind.Plain:
                    yield return new Member(row, row.Signature.Name, null, false, row.Signature.Parameters, new Dictionary<string, string>());
                    break;
                case FormKind.Method:
                    yield return Method(row, false);
                    break;
                case FormKind.InPlace:
                    yield return Method(row, true);
                    break;
                default:
                    yield return Static(row, form, false);
                    if (inPlace) yield return Static(row, form, true);
                    break;
            }
        }
    }

    private static Member Method(MemberRow row, bool inPlace) =>
        new(row, NameOf(row, inPlace), "this", inPlace, row.Signature.Parameters, new Dictionary<string, string>());

    private static Member Static(MemberRow row, MemberForm form, bool inPlace)
    {
        var self = form.Names.FirstOrDefault("input");
        var names = row.Signature.Parameters.Zip(form.Names.Skip(1)).ToDictionary(pair => pair.First.Name, pair => pair.Second);
        IEnumerable<Parameter> parameters = row.Signature.Parameters.Select(p => p with { Name = names.GetValueOrDefault(p.Name, p.Name) });
        return new Member(row, NameOf(row, inPlace), self, inPlace, [new("", "Tensor", self, null), .. parameters], names);
    }

    private static string NameOf(MemberRow row, bool inPlace) => inPlace ? row.Signature.Name + "_" : row.Signature.Name;
}
