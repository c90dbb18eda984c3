namespace Kiln.Notebooks;

/// <summary><c>#!runs export</c> and <c>import</c>.</summary>
internal static class RunsFiles
{
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
        var path = RunsWords.First(options, "the file is missing. For example: #!runs import runs.jsonl, written by #!runs export runs.jsonl");
        var runs = Lab.Runs.Import(path);
        host.Display(new Report().Say($"Took in {Numbers.Of(runs.Length, "run")} from {path}; those that were here already were left out.").ToBundle());
    }
}
