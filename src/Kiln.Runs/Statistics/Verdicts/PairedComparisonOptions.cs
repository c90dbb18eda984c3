namespace Kiln.Runs;

/// <summary>How a paired comparison is judged and worded.</summary>
public sealed record PairedComparisonOptions
{
    /// <summary>Name of the first arm; default A.</summary>
    public string NameA { get; init; } = "A";

    /// <summary>Name of the second arm; default B.</summary>
    public string NameB { get; init; } = "B";

    /// <summary>Whether a greater value is better (accuracy; default) or a smaller one (loss).</summary>
    public bool HigherIsBetter { get; init; } = true;

    /// <summary>Chance of calling a winner where there is none, in 0..1; default .05.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>Differences up to this, in the metric's unit, do not matter; default .005.</summary>
    public double Rope { get; init; } = 0.005;

    /// <summary>Chance of finding the observed difference that the advice "add k seeds" aims at, in 0..1; default .8.</summary>
    public double Power { get; init; } = 0.8;

    /// <summary>What the values of a pair have in common; default the seed.</summary>
    public Pairing Pairing { get; init; } = Pairing.Seed;

    /// <summary>Of folds: test examples divided by training examples of one; default 1 / (k - 1), for k folds that share all examples.</summary>
    public double? TestToTrain { get; init; }

    /// <summary>How many comparisons are made together, as of all pairs of several arms; default 1.</summary>
    public int Comparisons { get; init; } = 1;

    /// <summary>Seed of what is drawn by chance: sign patterns above 20 pairs, bootstraps; default 0.</summary>
    public int Seed { get; init; }
}
