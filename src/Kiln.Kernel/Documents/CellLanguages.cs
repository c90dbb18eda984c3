using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>The languages that a cell can be in, by the names and aliases of .NET Interactive.</summary>
internal static class CellLanguages
{
    public const string CSharp = "csharp";
    public const string Markdown = "markdown";
    public const string Raw = "raw";

    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["csharp"] = CSharp,
        ["c#"] = CSharp,
        ["cs"] = CSharp,
        ["markdown"] = Markdown,
        ["md"] = Markdown,
        ["raw"] = Raw,
        ["fsharp"] = "fsharp",
        ["f#"] = "fsharp",
        ["pwsh"] = "pwsh",
        ["powershell"] = "pwsh",
        ["javascript"] = "javascript",
        ["js"] = "javascript",
        ["html"] = "html",
        ["svg"] = "svg",
        ["http"] = "http",
        ["kql"] = "kql",
        ["mermaid"] = "mermaid",
        ["sql"] = "sql",
        ["python"] = "python",
        ["r"] = "r",
        ["value"] = "value",
        ["vscode"] = "vscode",
    };

    /// <summary>The name of a language or alias, or null.</summary>
    /// <param name="name">As typed, without <c>#!</c>.</param>
    public static string? Find(string name) => Names.GetValueOrDefault(name);

    /// <summary>The language that a code cell names in its first line, as notebooks of .NET Interactive do in Jupyter; or null.</summary>
    public static string? OfFirstLine(string source)
    {
        if (!source.StartsWith("#!", StringComparison.Ordinal)) return null;
        var end = source.IndexOf('\n', StringComparison.Ordinal);
        return Find((end < 0 ? source : source[..end])[2..].Trim());
    }

    /// <summary>The language of cells that name none.</summary>
    public static string OfNotebook(JsonObject metadata)
    {
        var named = Text(metadata, "polyglot_notebook", "kernelInfo", "defaultKernelName")
            ?? Text(metadata, "dotnet_interactive", "defaultKernelName")
            ?? Text(metadata, "kernelspec", "language")
            ?? Text(metadata, "language_info", "name");
        return named is null ? CSharp : Find(named) ?? named.ToLowerInvariant();
    }

    /// <summary>The language that a cell's metadata names, or null.</summary>
    public static string? OfCell(JsonObject metadata)
    {
        var named = Text(metadata, "polyglot_notebook", "kernelName") ?? Text(metadata, "dotnet_interactive", "language");
        return named is null ? null : Find(named) ?? named;
    }

    private static string? Text(JsonObject metadata, params ReadOnlySpan<string> path)
    {
        JsonNode? node = metadata;
        foreach (var name in path) node = (node as JsonObject)?[name];
        return node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
    }
}
