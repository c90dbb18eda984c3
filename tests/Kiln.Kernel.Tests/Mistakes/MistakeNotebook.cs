using System.Text.Json.Nodes;

namespace Kiln.Kernel.Tests;

/// <summary>Runs the cells of a page in a kernel, a workspace and a folder of their own.</summary>
internal static class MistakeNotebook
{
    /// <summary>What each cell shows, as plain text; displays in their last state.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<(bool IsError, string Text)>>> RunAsync(IReadOnlyList<string> cells)
    {
        var folder = Directory.CreateTempSubdirectory("kiln-mistake").FullName;
        var (workspace, place) = (LabWorkspace.Current, Directory.GetCurrentDirectory());
        using var own = new LabWorkspace(Path.Combine(folder, ".kiln"));
        LabWorkspace.Current = own;
        Directory.SetCurrentDirectory(folder);
        try
        {
            var document = new NotebookDocument { Cells = [.. cells.Select(cell => new NotebookCell { Source = cell })] };
            await new NotebookRun(document, new RunOptions { AllowErrors = true }, new RecordingView(), client =>
            {
                ConsoleCapture.Install();
                return new KernelSession(client, new SessionOptions { PackageFolder = folder });
            }).RunAsync();
            return [.. document.Cells.Select(cell => (IReadOnlyList<(bool, string)>)[.. cell.Outputs.Select(output => Shown(output!, folder)).Where(shown => shown.Text.Length > 0)])];
        }
        finally
        {
            Directory.SetCurrentDirectory(place);
            LabWorkspace.Current = workspace;
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (bool IsError, string Text) Shown(JsonNode output, string folder)
    {
        var isError = (string?)output["output_type"] == "error";
        var text = isError ? string.Join('\n', output["traceback"]!.AsArray().Select(line => (string?)line))
            : MultilineText.Join(output["text"] ?? output["data"]?["text/plain"]) ?? "";
        return (isError, SteadyText.Of(text.Replace(folder, "/home/ann", StringComparison.Ordinal)));
    }
}
