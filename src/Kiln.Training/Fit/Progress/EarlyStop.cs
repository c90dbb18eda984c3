namespace Kiln.Training;

/// <summary>Ends a run that no longer gets better; it looks at the history alone, so a resumed run decides alike.</summary>
internal static class EarlyStop
{
    /// <summary>Why the run ends here, in words; null if it goes on.</summary>
    public static string? Reason(TrainOptions options, RunState state)
    {
        if (options.EarlyStop is not { } patience || state.BestEpoch is not { } best || state.LastEpoch - best < patience) return null;
        string kept = options.KeepsBest ? $"the weights of epoch {best} were kept" : "the last weights were kept, as Keep last says";
        return FormattableString.Invariant($"Stopped early after epoch {state.LastEpoch}: the last {state.LastEpoch - best} were no better than epoch {best}; {kept}.");
    }

    /// <summary>Without validation every epoch counts as the best, and the run would never stop.</summary>
    public static void Require(TrainOptions options, DataSet data)
    {
        if (options.EarlyStop is not null && data.Validation.Count == 0)
            throw new ArgumentException($"EarlyStop: it needs validation examples to judge by, and '{data.Name}' was split {data.Options.Split}. Load the data with a validation split, such as 80/10/10.");
    }
}
