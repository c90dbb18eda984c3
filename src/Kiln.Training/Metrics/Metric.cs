using System.Collections.Immutable;

namespace Kiln.Training;

/// <summary>A figure that says how good outputs are.</summary>
/// <param name="Name">Lower-kebab name; epochs have it as <c>val_NAME</c>.</param>
/// <param name="Unit">What one of it is: "fraction" for 0..1, "target" for the target's own unit, or nothing.</param>
/// <param name="HigherIsBetter">Its direction.</param>
/// <param name="Summary">What it tells, in a few words.</param>
public sealed record Metric(string Name, string Unit, bool HigherIsBetter, string Summary)
{
    /// <summary>The kinds of targets it is defined for.</summary>
    internal ImmutableArray<TargetKind> Targets { get; init; } = [];

    /// <summary>Starts counting over a split of a data set.</summary>
    internal Func<DataSet, MetricMeter> Start { get; init; } = _ => throw new NotSupportedException("A metric is made by Kiln: take it from MetricTable.");
}
