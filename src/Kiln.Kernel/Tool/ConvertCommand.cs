using System.CommandLine;
using System.Globalization;

namespace Kiln.Kernel;

/// <summary><c>kiln convert</c>: a notebook in another kind of file.</summary>
internal static class ConvertCommand
{
    public static Command Create()
    {
        var input = new Argument<string>("INPUT") { Description = "The notebook: .ipynb, .dib, .csx or .cs." };
        var output = new Argument<string>("OUTPUT") { Description = "The file to write; its ending says the format." };
        var force = new Option<bool>("--force") { Description = "Write over a file that is there already." };
        var command = new ToolCommand(
            "convert",
            "Writes a notebook in another format: .ipynb, .dib, .csx or .cs.",
            "kiln convert notes.dib notes.ipynb      # a notebook of VS Code's Polyglot Notebooks for Jupyter",
            "kiln convert notes.ipynb notes.csx      # a script; cells begin with the line // %%")
        {
            input, output, force,
        };
        command.SetAction(line => Run(line.GetRequiredValue(input), line.GetRequiredValue(output), line.GetValue(force), line.InvocationConfiguration.Output));
        return command;
    }

    private static void Run(string input, string output, bool force, TextWriter says)
    {
        var document = NotebookFile.Read(input);
        if (Path.GetFullPath(input) == Path.GetFullPath(output)) throw new ToolException($"{output} is the notebook itself. Give another file to write.");
        if (File.Exists(output) && !force) throw new ToolException($"{output} is there already. Give another file, or --force to write over it.");
        var target = NotebookFile.Extension(output);
        NotebookFile.Write(output, target == ".ipynb" ? ForJupyter(document) : document);
        says.WriteLine($"Wrote {output}: {Contents(document)}");
        if (target != ".ipynb" && Lost(document) is { Length: > 0 } lost) says.WriteLine($"Not in it: {lost}; {target} files have no place for them.");
    }

    /// <summary>The same notebook with every language named in its cells' first line: Jupyter knows only one language.</summary>
    private static NotebookDocument ForJupyter(NotebookDocument document) => new()
    {
        Metadata = document.Metadata,
        OtherFields = document.OtherFields,
        Cells = [.. document.Cells.Select(cell => cell.Code == cell.Source ? cell : Named(cell))],
    };

    private static NotebookCell Named(NotebookCell cell) => new()
    {
        Kind = cell.Kind,
        Language = cell.Language,
        Source = cell.Code,
        Id = cell.Id,
        Metadata = cell.Metadata,
        Outputs = cell.Outputs,
        ExecutionCount = cell.ExecutionCount,
        OtherFields = cell.OtherFields,
    };

    private static string Contents(NotebookDocument document)
    {
        var kinds = document.Cells.GroupBy(cell => cell.Language).Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {group.Key}"));
        return document.Cells.Count == 0 ? "no cells" : $"{Count(document.Cells.Count, "cell")} ({string.Join(", ", kinds)})";
    }

    private static string Lost(NotebookDocument document)
    {
        var outputs = document.Cells.Count(cell => cell.Outputs.Count > 0);
        var attachments = document.Cells.Count(cell => cell.OtherFields.ContainsKey("attachments"));
        string[] lost = [outputs > 0 ? $"outputs of {Count(outputs, "cell")}" : "", attachments > 0 ? $"pictures attached to {Count(attachments, "cell")}" : ""];
        return string.Join(" and ", lost.Where(part => part.Length > 0));
    }

    private static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
