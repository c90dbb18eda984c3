using System.Text.RegularExpressions;
using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>Completion of the lines that start with <c>#</c> and are no magics: directives, files, packages.</summary>
internal static partial class DirectiveCompletion
{
    private static readonly (string Text, string Description)[] Directives =
    [
        ("#r", "adds a package or an assembly: #r \"nuget: Name, version\", #r \"file.dll\""),
        ("#i", "adds a package source: #i \"nuget: folder or address\""),
        ("#load", "runs a file of C#: #load \"file.csx\""),
        ("#if", "compiles what follows only where a symbol is defined"),
        ("#else", "the other side of #if"),
        ("#elif", "another condition of #if"),
        ("#endif", "ends #if"),
        ("#define", "defines a symbol for #if"),
        ("#undef", "takes a symbol of #if away"),
        ("#region", "starts a part that editors can fold"),
        ("#endregion", "ends #region"),
        ("#pragma", "switches warnings: #pragma warning disable CS0168"),
        ("#nullable", "switches nullable annotations: #nullable enable"),
        ("#line", "tells which line follows"),
        ("#error", "makes a compile error"),
        ("#warning", "makes a warning"),
    ];

    private static readonly string[] Words = ["#pragma warning disable", "#pragma warning restore", "#nullable enable", "#nullable disable", "#nullable restore"];

    /// <summary>Proposals; null where the line is no directive.</summary>
    /// <param name="line">The line.</param>
    /// <param name="position">Index into it.</param>
    /// <param name="magics">Proposed behind a bare <c>#</c>, too.</param>
    public static Completions? Complete(string line, int position, CommandTable magics)
    {
        var before = line[..position];
        if (QuotedPattern().Match(before) is { Success: true } quoted) return InQuotes(line, quoted.Groups["name"].Value, quoted.Groups["text"]);
        if (DirectivePattern().Match(before) is not { Success: true } match) return null;
        var start = match.Groups["all"].Index;
        var typed = before[start..];
        var found = typed.Contains(' ', StringComparison.Ordinal)
            ? Words.Select(word => (Text: word, Description: ""))
            : Directives.Concat(magics.Commands.Where(_ => typed == "#").Select(command => (Text: command.Name, Description: command.Summary)));
        var fitting = found.Where(item => item.Text.StartsWith(typed, StringComparison.Ordinal));
        return new Completions(start, position, [.. fitting.Select(item => new CompletionItem(item.Text, "keyword", item.Description))]);
    }

    /// <summary>A line about the directive, or null where the line is none.</summary>
    public static string? Describe(string line)
    {
        var word = line.Trim().Split(' ', '\t')[0];
        return Directives.FirstOrDefault(directive => directive.Text == word) is { Text: { } name, Description: var said } ? $"{name}: {said}" : null;
    }

    private static Completions InQuotes(string line, string directive, Group text)
    {
        var typed = text.Value;
        var quote = line.IndexOf('"', text.Index);
        var end = quote < 0 ? line.Length : quote;
        var isPackage = directive is "r" or "i" && typed.StartsWith("nuget:", StringComparison.Ordinal);
        if (isPackage) return directive == "r" ? InPackage(typed, text.Index, end) : Completions.None(text.Index + typed.Length);
        var files = directive == "load" ? FilePaths.Of(typed, ".csx", ".cs", ".dib", ".ipynb") : directive == "r" ? FilePaths.Of(typed, ".dll", ".exe") : [];
        var mayBePackage = directive != "load" && "nuget: ".StartsWith(typed, StringComparison.Ordinal);
        CompletionItem[] package = mayBePackage ? [new CompletionItem("nuget: ", "keyword", "a package")] : [];
        return new Completions(text.Index, end, [.. package, .. files.Select(file => new CompletionItem(file, "path", ""))]);
    }

    private static Completions InPackage(string typed, int start, int end)
    {
        var comma = typed.IndexOf(',', StringComparison.Ordinal);
        var from = comma < 0 ? "nuget:".Length : comma + 1;
        while (from < typed.Length && typed[from] == ' ') from++;
        var found = comma < 0
            ? PackageNames.Of(typed[from..]).Select(name => new CompletionItem(name, "module", "package"))
            : PackageNames.Versions(typed["nuget:".Length..comma].Trim(), typed[from..]).Select(version => new CompletionItem(version, "value", "version"));
        return new Completions(start + from, comma < 0 ? start + NameEnd(typed, from) : end, [.. found]);
    }

    private static int NameEnd(string typed, int from)
    {
        var comma = typed.IndexOf(',', from);
        return comma < 0 ? typed.Length : comma;
    }

    [GeneratedRegex("""^[ \t]*#(?<name>r|i|load)[ \t]+"(?<text>[^"]*)$""")]
    private static partial Regex QuotedPattern();

    [GeneratedRegex("""^[ \t]*(?<all>#(?!!)[\w ]*)$""")]
    private static partial Regex DirectivePattern();
}
