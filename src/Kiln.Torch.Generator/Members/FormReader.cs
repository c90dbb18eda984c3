namespace Kiln.Torch.Generator.Members;

/// <summary>Reads the forms of a row: <c>method, in-place, static(left, right)</c>.</summary>
internal static class FormReader
{
    /// <summary>Parses the list.</summary>
    /// <exception cref="FormatException">A form is unknown.</exception>
    public static IReadOnlyList<MemberForm> Parse(string text) => [.. TopLevel.Split(text, ',').Select(ParseOne)];

    private static MemberForm ParseOne(string text)
    {
        var parts = text.TrimEnd(')').Split('(', 2);
        IReadOnlyList<string> names = parts.Length < 2 ? [] : [.. parts[1].Split(',').Select(name => name.Trim())];
        return parts[0] switch
        {
            "method" => new MemberForm(FormKind.Method, names),
            "in-place" => new MemberForm(FormKind.InPlace, names),
            "static" => new MemberForm(FormKind.Static, names),
            _ => throw new FormatException($"'{text}' is no form. There are method, in-place and static; static(left, right) names the first parameters."),
        };
    }
}
