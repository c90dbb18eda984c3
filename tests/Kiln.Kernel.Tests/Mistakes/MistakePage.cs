using System.Runtime.CompilerServices;
using System.Text;

namespace Kiln.Kernel.Tests;

/// <summary>A page of Markdown: cells as fenced C#, and behind each, fenced too, the text that it shows.</summary>
internal sealed class MistakePage
{
    private const string Variable = "KILN_UPDATE_SNAPSHOTS";
    private const string Cell = "```csharp";
    private const string Shown = "```text";
    private const string Error = "```text error";
    private const string End = "```";

    private readonly List<(string Kind, string Text)> _parts;
    private readonly string _name;

    private MistakePage(string name, List<(string Kind, string Text)> parts) => (_name, _parts) = (name, parts);

    /// <summary>Names of all pages.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Directory.EnumerateFiles(Folder(), "*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!];

    /// <summary>The cells in their order.</summary>
    public IReadOnlyList<string> Cells => [.. _parts.Where(part => part.Kind == Cell).Select(part => part.Text)];

    /// <summary>What they show.</summary>
    public IEnumerable<(bool IsError, string Text)> Outputs => _parts.Where(part => part.Kind is Shown or Error).Select(part => (part.Kind == Error, part.Text));

    /// <summary>Reads a page.</summary>
    public static MistakePage Read(string name)
    {
        var parts = new List<(string Kind, string Text)>();
        var (kind, text) = ("", new StringBuilder());
        foreach (var line in File.ReadLines(PathOf(name)))
        {
            if (kind.Length > 0 ? line != End : !line.StartsWith(End, StringComparison.Ordinal))
            {
                text.Append(line).Append('\n');
                continue;
            }
            parts.Add((kind, text.ToString().TrimEnd('\n')));
            (kind, text) = (kind.Length > 0 ? "" : line, new StringBuilder());
        }
        parts.Add((kind, text.ToString().TrimEnd('\n')));
        return new MistakePage(name, parts);
    }

    /// <summary>Fails where the cells show something else, or writes the page anew where the variable is set.</summary>
    /// <param name="outputs">What each cell shows.</param>
    public void Matches(IReadOnlyList<IReadOnlyList<(bool IsError, string Text)>> outputs)
    {
        var page = Written(outputs);
        if (Environment.GetEnvironmentVariable(Variable) == "1") File.WriteAllText(PathOf(_name), page);
        Assert.True(page == File.ReadAllText(PathOf(_name)), $"{_name}.md is not what the learner sees. If the change is meant, read it and run this test with {Variable}=1. It is now:\n{page}");
    }

    private string Written(IReadOnlyList<IReadOnlyList<(bool IsError, string Text)>> outputs)
    {
        var (page, cell) = (new StringBuilder(), 0);
        foreach (var (kind, text) in _parts.Where(part => part.Kind is "" or Cell))
        {
            if (kind == "" && text.Trim('\n').Length > 0) page.Append(text.Trim('\n')).Append("\n\n");
            if (kind != Cell) continue;
            Fence(page, Cell, text);
            foreach (var (isError, shown) in outputs[cell++]) Fence(page, isError ? Error : Shown, shown);
        }
        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static void Fence(StringBuilder page, string kind, string text) => page.Append(kind).Append('\n').Append(text).Append('\n').Append(End).Append("\n\n");

    private static string PathOf(string name) => Path.Combine(Folder(), name + ".md");

    private static string Folder([CallerFilePath] string thisFile = "") => Path.Combine(Path.GetDirectoryName(thisFile)!, "pages");
}
