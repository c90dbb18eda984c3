using System.Text.RegularExpressions;

namespace Kiln.Torch.Generator.Members;

/// <summary>The C# expression behind a member.</summary>
internal static partial class CallCode
{
    /// <summary>The operators that an expression calls, by the names of Ops.</summary>
    public static IEnumerable<string> Operators(string code) => OperatorPattern().Matches(code).Select(m => m.Groups["name"].Value);

    /// <summary>The expression, with what its parameters ask for around it.</summary>
    public static string Of(Member member)
    {
        var code = Rename(member.Row.Call?.Code ?? Default(member.Row), member);
        if (member.InPlace) code = OperatorPattern().Replace(code, "Ops.${name}_(");
        if (Has(member, "requires_grad")) code = $"Mark({code}, requires_grad)";
        return Has(member, "out") ? $"OutTensor.Fill(@out, {code})" : code;
    }

    /// <summary>Whether a parameter has a name whose meaning is the same everywhere.</summary>
    public static bool Has(Member member, string parameter) => member.Parameters.Any(p => p.Name == parameter);

    private static string Default(MemberRow row)
    {
        var arguments = row.Signature.Parameters.Where(p => p.Name is not ("out" or "names" or "requires_grad")).Select(p => Identifiers.Escape(p.Name));
        return $"Ops.{row.Signature.Name}({string.Join(", ", row.Forms[0].Kind == FormKind.Plain ? arguments : arguments.Prepend("self"))})";
    }

    private static string Rename(string code, Member member) => WordPattern().Replace(code, word => word.Value switch
    {
        "self" => member.Self is { } self ? (self == "this" ? self : Identifiers.Escape(self)) : "self",
        var other => member.Names.TryGetValue(other.TrimStart('@'), out var name) ? Identifiers.Escape(name) : other,
    });

    // Not the members of something, such as Ops.values, nor the names of arguments.
    [GeneratedRegex(@"(?<![\w.""@])@?[A-Za-z_]\w*(?!\w|:(?!:)| ?\()")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"\bOps\.(?<name>\w+)\(")]
    private static partial Regex OperatorPattern();
}
