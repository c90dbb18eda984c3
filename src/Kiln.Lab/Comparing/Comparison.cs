using Kiln.Runs;

namespace Kiln;

/// <summary>Models trained on one data set, compared pair by pair, and what may be said of their difference.</summary>
public sealed record Comparison
{
    /// <summary>What was compared, such as <c>test_accuracy</c>.</summary>
    public required string Metric { get; init; }

    /// <summary>Name of the data set that all were trained on.</summary>
    public required string Data { get; init; }

    /// <summary>What the values at one place of all arms have in common: the seed, the fold, or the test example.</summary>
    public required Pairing Pairing { get; init; }

    /// <summary>The arms in the order named, a baseline first, each with its runs, values, cost, and whether it is on the Pareto front.</summary>
    public required IReadOnlyList<ComparisonArm> Arms { get; init; }

    /// <summary>Seeds of the runs that all arms have: each is a pair, unless pairs are folds or examples.</summary>
    public required IReadOnlyList<long> Seeds { get; init; }

    /// <summary>Every two arms compared (or each with the baseline), with means, intervals and ranking.</summary>
    public required SeveralArms Several { get; init; }

    /// <summary>Settings and code in which the arms differ.</summary>
    public required ArmDifferences Differences { get; init; }

    /// <summary>What is to be known of how it came about: that an interrupt left out seeds, or that models were trained with different options.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>The first arm.</summary>
    public ComparisonArm A => Arms[0];

    /// <summary>The second arm.</summary>
    public ComparisonArm B => Arms[1];

    /// <summary>Test, interval and probabilities of B - A, the first two arms.</summary>
    public PairedComparison Statistics => Several.Pairs[0].Comparison;

    /// <summary>Number of pairs: seeds, folds or test examples.</summary>
    public int Count => A.Values.Count;

    /// <summary>What each pair is called in a table: the seed, or the number of the fold; null where pairs are test examples, too many for a table.</summary>
    public IReadOnlyList<string>? PairNames { get; init; }

    /// <summary>The verdict in words.</summary>
    public string Verdict => Several.Sentence;

    /// <summary>The verdict.</summary>
    public override string ToString() => Verdict;
}

/// <summary>One side of a comparison.</summary>
/// <param name="Name">Name of the model, or the word that named a run.</param>
/// <param name="Runs">Its runs, in the order of the pairs; of examples the one run that answered them.</param>
/// <param name="Values">The metric of each pair; of examples 1 for right and 0 for wrong, or the loss.</param>
/// <param name="Cost">Time, parameters and speed.</param>
public sealed record ComparisonArm(string Name, IReadOnlyList<RunRecord> Runs, IReadOnlyList<double> Values, ArmCost Cost)
{
    /// <summary>How its validation metric went, mean over its runs; null where no epoch has it.</summary>
    public ArmCurve? Curve { get; init; }

    /// <summary>Whether no other arm is at least as good in mean metric, training time (in steps of a tenth) and parameters, and better in one of them.</summary>
    public bool IsOnParetoFront { get; init; }
}
