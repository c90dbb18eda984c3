namespace Kiln.Notebooks;

/// <summary><c>#!runs export</c> and <c>import</c>.</summary>
internal static class RunsFiles
{
    private const int Shown = 20;

    public static void Export(RunsMagicOptions options, INotebookHost host)
    {
        var path = RunsWords.First(options, "the file is missing. For example: #!runs export runs.csv, runs.jsonl (with all epochs), or a folder with --format tensorboard");
        var filter = RunsWords.Filter(options);
        if (options.Format == "tensorboard")
        {
            host.Display(new Report().Say($"Wrote {Numbers.Of(Lab.ExportTensorBoard(path, filter), "run")} for TensorBoard. Look at them with:").Code($"tensorboard --logdir {path}").ToBundle());
            return;
        }
        var file = options.Format is { } format && !path.EndsWith("." + format, StringComparison.OrdinalIgnoreCase) ? $"{path}.{format}" : path;
        var count = Lab.Runs.Export(file, filter, RunsWords.List(options.Columns));
        host.Display(new Report().Say($"Wrote {Numbers.Of(count, "run")} to {file}.").ToBundle());
    }

    public static void Import(RunsMagicOptions options, INotebookHost host)
    {
        var path = RunsWords.First(options, "the file is missing. For example: #!runs import runs.jsonl or runs.csv, written by #!runs export, or a folder of TensorBoard");
        var runs = Lab.Runs.Import(path);
        host.Display(runs.IsEmpty
            ? new Report().Say($"All runs of {path} are here already.").ToBundle()
            : RunsTable.Of([.. runs.Take(Shown)], runs.Length).Say($"Took in {Numbers.Of(runs.Length, "run")} from {path}; those that were here already were left out.").ToBundle());
    }
}
