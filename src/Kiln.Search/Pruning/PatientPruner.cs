namespace Kiln.Search;

/// <summary>Lets another pruner judge only trials that have stopped improving.</summary>
/// <remarks>Decides as Optuna's PatientPruner does; a trial of which only NaN came during its patience has not improved.</remarks>
public sealed record PatientPruner : IPruner
{
    /// <inheritdoc/>
    public string Name => "patient";

    /// <inheritdoc/>
    public string Description => "ends trials that have stopped improving and are worse than half of the finished ones";

    /// <summary>The pruner that judges then; null ends every trial that has stopped improving. Default <see cref="MedianPruner"/>.</summary>
    public IPruner? Inner { get; init; } = new MedianPruner();

    /// <summary>A trial has stopped improving when its last reports, one more than this, are all worse than its best before them; default 3.</summary>
    public int Patience { get; init => field = Settings.AtLeast(value, 0); } = 3;

    /// <summary>By how much they must be worse; default 0.</summary>
    public double Tolerance { get; init => field = Settings.Within(value, 0, double.MaxValue); }

    /// <inheritdoc/>
    public bool ShouldPrune(PruningState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var before = state.Values.Count - Patience - 1;
        if (before <= 0 || state.Values[^1].Step >= state.MaxSteps) return false;
        var sign = state.Goal == Goal.Maximize ? -1 : 1;
        var hasStopped = Least(state.Values.Take(before), sign) + Tolerance < Least(state.Values.Skip(before), sign);
        return hasStopped && (Inner is null || Inner.ShouldPrune(state));
    }

    private static double Least(IEnumerable<IntermediateValue> values, int sign) =>
        values.Where(value => !double.IsNaN(value.Value)).Select(value => sign * value.Value).DefaultIfEmpty(double.PositiveInfinity).Min();
}
