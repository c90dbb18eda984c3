namespace Kiln.Notebooks;

/// <summary>A run of a notebook that is run from a terminal: a line for each epoch there, and the final result as the cell's output.</summary>
internal sealed class TerminalRunView(INotebookHost host, TextWriter terminal) : IRunView
{
    private readonly EpochLines _lines = new(terminal);

    /// <inheritdoc/>
    public void Show(RunProgress progress) => _lines.Show(progress);

    /// <inheritdoc/>
    public void Finish(RunProgress progress)
    {
        // The last epochs may not have had a line yet; the verdict is in the output below.
        _lines.Show(progress);
        var picture = RunPicture.Of(progress) with { Ended = true };
        host.Display(RunStatusReport.Of(picture).ToBundle());
        if (!RunChart.IsEmpty(picture)) host.Display(ChartBundle.Final(RunChart.Of(picture)));
    }
}
