namespace Kiln;

/// <summary>The places where a run is watched; more may join and leave while it trains.</summary>
internal sealed class RunViews(IRunView first) : IRunView
{
    private readonly Lock _gate = new();
    private readonly List<IRunView> _views = [first];

    /// <summary>Takes a view in; it is drawn on the run's flow from now on.</summary>
    public void Add(IRunView view)
    {
        lock (_gate) _views.Add(view);
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
        foreach (var view in Now) view.Finish(progress);
    }

    private IRunView[] Now
    {
        get
        {
            lock (_gate) return [.. _views];
        }
    }
}
