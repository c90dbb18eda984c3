using System.Collections.Immutable;

namespace Kiln.Training;

/// <summary>One example of a split, what it is, and what a model says it is.</summary>
/// <param name="Row">Row of <see cref="DataSet.Inputs"/>.</param>
/// <param name="Prediction">What the model says.</param>
/// <param name="Loss">The loss of this example alone.</param>
public sealed record ExamplePrediction(long Row, Prediction Prediction, double Loss)
{
    /// <summary>The true class; null where classes are not what is predicted.</summary>
    public string? Truth { get; init; }

    /// <summary>The true numbers, or 0 and 1 for each label, in the order of the target names; empty otherwise.</summary>
    public ImmutableArray<double> TrueValues { get; init; } = [];

    /// <summary>Whether the likeliest class, or every label, is the true one; null where answers are not right or wrong.</summary>
    public bool? IsRight { get; init; }

    /// <summary>How much each value of the input counts, 0..1 with 1 for the largest: (H, W) of a picture, (D) of a table row; empty where it was not asked for.</summary>
    public ImmutableArray<float> Saliency { get; init; } = [];
}
