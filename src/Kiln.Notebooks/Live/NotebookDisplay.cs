namespace Kiln.Notebooks;

/// <summary>The lab's display in a notebook: whatever trains shows itself in the cell that started it.</summary>
internal sealed class NotebookDisplay(TimeProvider time) : ILabDisplay
{
    private static readonly AsyncLocal<IRunView?> OneView = new();

    /// <summary>Lets all runs of the calling flow share one view: each takes the place of the one before it.</summary>
    /// <returns>Ends the sharing.</returns>
    public static IDisposable ShareOneView(INotebookHost host, TimeProvider time)
    {
        OneView.Value = new LiveRunView(host, time);
        return new EndOfSharing();
    }

    /// <inheritdoc/>
    public CancellationToken Interrupted => NotebookSession.Host?.Interrupted ?? CancellationToken.None;

    /// <inheritdoc/>
    public IRunView ShowRun() => OneView.Value ?? NotebookSession.Host switch
    {
        null => SilentDisplay.Instance,
        var host when NotebookSession.Terminal is { } terminal => new TerminalRunView(host, terminal),
        var host => new LiveRunView(host, time),
    };

    /// <inheritdoc/>
    public IStudyView ShowStudy() => NotebookSession.Host is { } host ? new LiveStudyView(host, time) : SilentDisplay.Instance;

    /// <inheritdoc/>
    public IComparisonView ShowComparison() => NotebookSession.Host is { } host ? new LiveComparisonView(host, time) : SilentDisplay.Instance;

    /// <inheritdoc/>
    public void Note(string text) => NotebookSession.Host?.Display(new Report().Note(text).ToBundle());

    private sealed class EndOfSharing : IDisposable
    {
        public void Dispose() => OneView.Value = null;
    }
}
