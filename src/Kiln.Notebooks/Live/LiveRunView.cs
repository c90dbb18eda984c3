namespace Kiln.Notebooks;

/// <summary>
/// A run in the cell that trains it: a status with the epoch table, redrawn at most every quarter of a second, and the
/// loss chart, at most every second. What is drawn last is static and complete.
/// </summary>
internal sealed class LiveRunView(INotebookHost host, TimeProvider time) : IRunView
{
    /// <summary>Least time between two drawings of the status.</summary>
    public static readonly TimeSpan StatusInterval = TimeSpan.FromSeconds(0.25);

    /// <summary>Least time between two drawings of the chart.</summary>
    public static readonly TimeSpan ChartInterval = TimeSpan.FromSeconds(1);

    private readonly LiveOutput _status = new(host, time, StatusInterval);
    private readonly LiveOutput _chart = new(host, time, ChartInterval);

    /// <inheritdoc/>
    public void Show(RunProgress progress)
    {
        var picture = RunPicture.Of(progress);
        _status.Offer(() => RunStatusReport.Of(picture).ToBundle());
        _chart.Offer(() => ChartBundle.Living(RunChart.Of(picture)));
    }

    /// <inheritdoc/>
    public void Finish(RunProgress progress)
    {
        var picture = RunPicture.Of(progress) with { Ended = true };
        _status.Draw(RunStatusReport.Of(picture).ToBundle());
        _chart.Draw(RunChart.IsEmpty(picture) ? MimeBundle.Of("", "") : ChartBundle.Final(RunChart.Of(picture)));
    }
}
