namespace Kiln.Search;

/// <summary>The steps at which successive halving compares trials: a first one, and each <c>reduction</c> times the one before.</summary>
/// <param name="First">The first step.</param>
/// <param name="Reduction">The factor between neighbours.</param>
/// <param name="Last">The step at which a trial ends anyway; null where it is not known.</param>
internal readonly record struct Rungs(int First, int Reduction, int? Last)
{
    /// <summary>The rungs that the last report reached and the one before had not, the lowest first.</summary>
    public IEnumerable<int> ReachedNow(IReadOnlyList<IntermediateValue> values)
    {
        if (values.Count == 0 || values[^1].Step >= Last) yield break;
        var before = values.Count > 1 ? values[^2].Step : 0;
        for (long rung = First; rung <= values[^1].Step; rung *= Reduction)
            if (rung > before) yield return (int)rung;
    }

    /// <summary>What trials were worth when they reached a rung, the smaller the better; those that gave no number are left out.</summary>
    public static List<double> Reached(IEnumerable<TrialCurve> trials, int rung, int sign)
    {
        List<double> reached = [];
        foreach (var trial in trials)
            if (ValueAt(trial.Values, rung) is { } value && !double.IsNaN(value)) reached.Add(sign * value);
        return reached;
    }

    // A trial that reports every third step has reached rung 1 at step 3.
    private static double? ValueAt(IReadOnlyList<IntermediateValue> values, int rung)
    {
        foreach (var value in values)
            if (value.Step >= rung) return value.Value;
        return null;
    }
}
