using Kiln.Runs;

namespace Kiln;

/// <summary>Models compared over several data sets.</summary>
public sealed record DataSetsComparison
{
    /// <summary>What was compared, such as <c>test_accuracy</c>.</summary>
    public required string Metric { get; init; }

    /// <summary>Ranks, tests and interquartile means.</summary>
    public required SeveralDataSets Statistics { get; init; }

    /// <summary>The runs behind each mean: a row for each arm, in it a list for each data set, of one run a seed.</summary>
    public required IReadOnlyList<IReadOnlyList<IReadOnlyList<RunRecord>>> Runs { get; init; }

    /// <summary>The verdict in words.</summary>
    public string Verdict => Statistics.Sentence;

    /// <summary>The verdict.</summary>
    public override string ToString() => Verdict;
}
