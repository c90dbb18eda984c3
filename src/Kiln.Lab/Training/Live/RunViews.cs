namespace Kiln;

/// <summary>The places where a run is watched; more may join and leave while it trains.</summary>
internal sealed class RunViews(IRunView first) : IRunView
{
    private readonly Lock _gate = new();
    private readonly List<IRunView> _views = [first];
    private RunProgress? _end;

    /// <summary>Takes a view in; it is drawn on the run's flow from now on, or at once where the end has been drawn already.</summary>
    public void Add(IRunView view)
    {
        RunProgress? end;
        lock (_gate)
        {
            end = _end;
            if (end is null) _views.Add(view);
        }
        if (end is not null) view.Finish(end);
    }

    /// <summary>Leaves a view as it is.</summary>
    public void Remove(IRunView view)
    {
        lock (_gate) _views.Remove(view);
    }

    /// <inheritdoc/>
    public void Show(RunProgress progress)
    {
        foreach (var view in Now) view.Show(progress);
    }

    /// <inheritdoc/>
    public void Finish(RunProgress progress)
    {
        IRunView[] views;
        lock (_gate) (_end, views) = (progress, [.. _views]);
        foreach (var view in views) view.Finish(progress);
    }

    private IRunView[] Now
    {
        get
        {
            lock (_gate) return [.. _views];
        }
    }
}
