namespace Kiln.Search;

/// <summary>What the trials of a study have reported; curves of trials that have ended are read once.</summary>
internal sealed class TrialCurves(ITrialLog log)
{
    private readonly Dictionary<int, TrialCurve> _ended = [];
    private readonly Dictionary<int, List<IntermediateValue>> _own = [];

    /// <summary>Begins to listen to a trial that runs here; what it reported before it was taken up counts.</summary>
    public void Begin(TrialEntry trial, bool isTakenUp) => _own[trial.Number] = isTakenUp ? [.. log.Reports(trial)] : [];

    /// <summary>Stops listening.</summary>
    public void End(int trial) => _own.Remove(trial);

    /// <summary>What a trial that runs here has reported.</summary>
    public List<IntermediateValue> Own(int trial) => _own[trial];

    /// <summary>The curves of all other trials that reported anything.</summary>
    public List<TrialCurve> Others(IEnumerable<TrialEntry> trials, int trial)
    {
        List<TrialCurve> curves = [];
        foreach (var other in trials)
            if (other.Number != trial && Of(other) is { Values.Count: > 0 } curve) curves.Add(curve);
        return curves;
    }

    private TrialCurve Of(TrialEntry trial)
    {
        if (_ended.TryGetValue(trial.Number, out var known)) return known;
        if (_own.TryGetValue(trial.Number, out var own)) return new TrialCurve(trial.Number, [.. own], trial.Status);
        var curve = new TrialCurve(trial.Number, log.Reports(trial), trial.Status);
        if (trial.IsSettled) _ended[trial.Number] = curve;
        return curve;
    }
}
