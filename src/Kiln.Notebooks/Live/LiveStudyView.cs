namespace Kiln.Notebooks;

/// <summary>A study in the cell that searches: counts, the best so far and the top ten, the history as a chart, and in the end what the trials chose.</summary>
internal sealed class LiveStudyView(INotebookHost host, TimeProvider time) : IStudyView
{
    private readonly LiveOutput _status = new(host, time, LiveRunView.StatusInterval);
    private readonly LiveOutput _chart = new(host, time, LiveRunView.ChartInterval);

    /// <inheritdoc/>
    public void Show(StudyProgress progress)
    {
        _status.Offer(() => StudyReport.Of(progress, ended: false).ToBundle());
        _chart.Offer(() => ChartBundle.Living(StudyChart.Of(progress)));
    }

    /// <inheritdoc/>
    public void Finish(StudyProgress progress)
    {
        _status.Draw(StudyReport.Of(progress, ended: true).ToBundle());
        _chart.Draw(progress.Trials.Any(trial => trial.Value is not null) ? ChartBundle.Final(StudyChart.Of(progress)) : MimeBundle.Of("", ""));
        if (TrialsChart.Of(progress) is { } trials) host.Display(ChartBundle.Final(trials));
    }
}
