namespace Kiln.Notebooks;

/// <summary>The lab's display in a notebook: whatever trains shows itself in the cell that started it.</summary>
internal sealed class NotebookDisplay(TimeProvider time) : ILabDisplay
{
    /// <inheritdoc/>
    public CancellationToken Interrupted => NotebookSession.Host?.Interrupted ?? CancellationToken.None;

    /// <inheritdoc/>
    public IRunView ShowRun() => NotebookSession.Host is { } host ? new LiveRunView(host, time) : SilentDisplay.Instance;

    /// <inheritdoc/>
    public IStudyView ShowStudy() => NotebookSession.Host is { } host ? new LiveStudyView(host, time) : SilentDisplay.Instance;

    /// <inheritdoc/>
    public IComparisonView ShowComparison() => NotebookSession.Host is { } host ? new LiveComparisonView(host, time) : SilentDisplay.Instance;

    /// <inheritdoc/>
    public void Note(string text) => NotebookSession.Host?.Display(new Report().Note(text).ToBundle());
}
