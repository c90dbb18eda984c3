namespace Kiln.Notebooks;

/// <summary><c>#!runs scatter</c>.</summary>
internal static class RunsScatter
{
    public static void Scatter(RunsMagicOptions options, INotebookHost host)
    {
        if (options.Words.Length != 2)
            throw new MagicException($"#!runs scatter: expected two columns, got {options.Words.Length}. For example: #!runs scatter lr val_accuracy");
        host.Display(ChartBundle.Final(Lab.Scatter(options.Words[0], options.Words[1], RunsWords.IsFiltered(options) ? RunsWords.Filter(options) : null)));
    }
}
