using System.Text.Json;
using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>Options of <c>#!set</c>.</summary>
internal sealed record SetOptions
{
    [Option("name of the variable", Value = "NAME")]
    public string? Name { get; init; }

    [Option("text, @kernel:variable, @input:\"question\" or @password:\"question\"", Value = "VALUE")]
    public string? Value { get; init; }

    [Option("application/json reads the text as JSON: a number, true or false, text, or a JsonDocument", Value = "TYPE")]
    public string? MimeType { get; init; }

    [Option("share the object itself; variables of this kernel always are")]
    public bool Byref { get; init; }
}

/// <summary><c>#!set</c>: declares a variable from text, another variable or an answer of the user.</summary>
internal sealed class SetMagic : KernelMagic<SetOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!set";

    /// <inheritdoc/>
    public override string Summary => "declares a C# variable from text, another variable or an answer of yours";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "#!set --name words --value \"one two three\"",
        "#!set --name copy --value @csharp:words",
        "#!set --name folder --value @input:\"Which folder?\"",
    ];

    /// <inheritdoc/>
    protected override async Task RunAsync(SetOptions options, MagicContext context, CellHost host)
    {
        if (options.Name is not { } name) throw new MagicException($"#!set: --name is missing. For example: {Examples[0]}");
        if (options.Value is not { } value) throw new MagicException($"#!set --name {name}: --value is missing. For example: #!set --name {name} --value text");
        if (MagicInputs.IsQuestion(value)) await VariableDeclaration.OfValueAsync(Name, name, MagicInputs.Ask(value, host), host);
        else if (value.StartsWith('@')) await new KernelVariable(Name, value[1..]).DeclareAsync(name, host);
        else await VariableDeclaration.OfValueAsync(Name, name, options.MimeType == "application/json" ? Json(value) : value, host);
    }

    private static object Json(string text)
    {
        try
        {
            var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind switch
            {
                JsonValueKind.True or JsonValueKind.False => document.RootElement.GetBoolean(),
                JsonValueKind.Number => document.RootElement.GetDouble(),
                JsonValueKind.String => document.RootElement.GetString()!,
                _ => document,
            };
        }
        catch (JsonException e)
        {
            throw new MagicException($"#!set --value: expected JSON, got \"{text}\". Put it into single quotes: --value '{{\"a\": 1}}'. {e.Message}", e);
        }
    }
}
