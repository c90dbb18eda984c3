using System.Collections.Immutable;

namespace Kiln.Training;

/// <summary>What looking at a trained model and its data has shown.</summary>
public sealed record ProbeFindings
{
    /// <summary>The ReLU layer with the largest share of units that never fire, as messages name it; null where there is none.</summary>
    public string? DeadLayer { get; init; }

    /// <summary>Units of that layer whose output is 0 for every example looked at; their gradients are 0, so they do not learn.</summary>
    public int DeadUnits { get; init; }

    /// <summary>Units of that layer.</summary>
    public int Units { get; init; }

    /// <summary>K, the number of classes; 0 where the task is another.</summary>
    public int Classes { get; init; }

    /// <summary>Share of the most frequent class in the training split, 0..1; 0 where the task is another.</summary>
    public double MajorityShare { get; init; }

    /// <summary>How many times more examples the most frequent class has than the rarest.</summary>
    public double Imbalance { get; init; } = 1;

    /// <summary>Classes of an imbalanced set that have validation examples and are never answered.</summary>
    public ImmutableArray<string> NeverAnswered { get; init; } = [];
}
