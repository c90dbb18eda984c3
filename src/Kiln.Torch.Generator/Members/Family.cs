namespace Kiln.Torch.Generator.Members;

/// <summary>Several ways to write the same parameters, such as the sizes of a new tensor.</summary>
/// <param name="Name">What stands in braces in a signature.</param>
/// <param name="Variants">For each way what replaces it in the signature, and in the expression.</param>
internal sealed record Family(string Name, IReadOnlyList<(string Parameters, string Value)> Variants)
{
    /// <summary>The rows that a row with braces stands for.</summary>
    public static IEnumerable<(string Signature, string? Code)> Expand(string signature, string? code, IReadOnlyDictionary<string, Family> families)
    {
        var open = signature.IndexOf('{', StringComparison.Ordinal);
        if (open < 0) return [(signature, code)];
        var name = signature[(open + 1)..signature.IndexOf('}', open)];
        if (!families.TryGetValue(name, out var family))
            throw new FormatException($"There is no family '{name}'. Write '@family {name}' with its variants above the row.");
        return family.Variants.SelectMany(v => Expand(Replace(signature, name, v.Parameters), code is null ? null : Replace(code, name, v.Value), families));
    }

    private static string Replace(string text, string name, string by) => text.Replace($"{{{name}}}", by, StringComparison.Ordinal);
}
