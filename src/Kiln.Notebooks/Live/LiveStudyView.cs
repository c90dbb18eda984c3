namespace Kiln.Notebooks;

/// <summary>A study in the cell that searches: counts, the best so far and the top ten, and while it goes on its history as a chart.</summary>
internal sealed class LiveStudyView(INotebookHost host, TimeProvider time) : IStudyView
{
    private readonly LiveOutput _status = new(host, time, LiveRunView.StatusInterval);
    private readonly LiveOutput _chart = new(host, time, LiveRunView.ChartInterval);

    /// <inheritdoc/>
    public void Show(StudyProgress progress)
    {
        _status.Offer(() => StudyReport.Of(progress, ended: false).ToBundle());
        _chart.Offer(() => ChartBundle.Living(progress.ToResult().Charts.History()));
    }

    /// <inheritdoc/>
    public void Finish(StudyProgress progress)
    {
        _status.Draw(StudyReport.Of(progress, ended: true).ToBundle());
        _chart.Draw(progress.Best is null ? MimeBundle.Of("", "") : ChartBundle.Final(progress.ToResult().Charts.History()));
    }
}
