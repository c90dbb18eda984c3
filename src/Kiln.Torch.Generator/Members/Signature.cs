using System.Text.RegularExpressions;

namespace Kiln.Torch.Generator.Members;

/// <summary>A member's signature as TorchSharp has it.</summary>
/// <param name="Result">The C# type of the result.</param>
/// <param name="Name">The member's name.</param>
/// <param name="Parameters">The parameters in order.</param>
internal sealed partial record Signature(string Result, string Name, IReadOnlyList<Parameter> Parameters)
{
    /// <summary>Reads <c>Tensor clamp(Scalar? min = null, Scalar? max = null)</c>.</summary>
    /// <exception cref="FormatException">It is not a signature.</exception>
    public static Signature Parse(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success) throw new FormatException($"'{text}' is not a signature. Write it as 'Tensor name(Type parameter = default)'.");
        return new Signature(
            match.Groups["result"].Value, match.Groups["name"].Value, [.. TopLevel.Split(match.Groups["parameters"].Value, ',').Select(Parameter.Parse)]);
    }

    // The name is the last word before the last pair of brackets at the top level.
    [GeneratedRegex(@"^(?<result>\S.*?) (?<name>\w+)\((?<parameters>((?<open>\()|(?<-open>\))|[^()])*(?(open)(?!)))\)$")]
    private static partial Regex Pattern();
}

/// <summary>A parameter of a member.</summary>
/// <param name="Modifier"><c>params</c>, or empty.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="Name">Its name without an @.</param>
/// <param name="Default">Its default as C# writes it, or null.</param>
internal sealed record Parameter(string Modifier, string Type, string Name, string? Default)
{
    /// <summary>The declaration in a parameter list.</summary>
    public string Declaration => $"{Modifier}{Type} {Identifiers.Escape(Name)}{(Default is null ? "" : $" = {Default}")}";

    /// <summary>Reads <c>long dim = -1</c>.</summary>
    /// <exception cref="FormatException">It is not a parameter.</exception>
    public static Parameter Parse(string text)
    {
        var parts = text.Split(" = ", 2);
        var declaration = parts[0].Trim();
        var modifier = declaration.StartsWith("params ", StringComparison.Ordinal) ? "params " : "";
        declaration = declaration[modifier.Length..];
        var space = declaration.LastIndexOf(' ');
        if (space < 0) throw new FormatException($"'{text}' is not a parameter. Write it as 'Type name' or 'Type name = default'.");
        return new Parameter(modifier, declaration[..space], declaration[(space + 1)..].TrimStart('@'), parts.ElementAtOrDefault(1)?.Trim());
    }
}
