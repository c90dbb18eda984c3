using System.Collections.Immutable;

namespace Kiln.Search;

/// <summary>
/// Functional analysis of variance: which share of the metric's variance over the whole space each hyperparameter has by itself.
/// </summary>
/// <remarks>
/// Hutter, Hoos, Leyton-Brown (2014), https://proceedings.mlr.press/v32/hutter14.html: a forest of regression trees stands for the
/// metric, and the mean over all other hyperparameters is worked out exactly from the boxes of its leaves. What shares lack to 1 is in
/// combinations. Bad trials count as much as good ones; see <see cref="PedAnovaImportance"/> for what matters among the good ones.
/// </remarks>
public sealed class FanovaImportance : IImportanceMethod
{
    private const int Trees = 32;

    /// <inheritdoc/>
    public string Name => "fanova";

    /// <inheritdoc/>
    public string Description => "share of the metric's variance over the whole space that each hyperparameter has by itself";

    /// <inheritdoc/>
    public ImmutableArray<ParameterImportance> Evaluate(Space space, IReadOnlyList<FinishedTrial> trials, Goal goal)
    {
        if (ImportanceTable.Of(space, trials, goal) is not { } table) return [];
        var shares = new double[space.Dimensions.Length];
        var counted = 0;
        for (var tree = 0; tree < Trees; tree++)
        {
            var leaves = new RegressionTree(table.Places, table.Costs, tree).Leaves;
            var mean = leaves.Sum(leaf => leaf.Volume * leaf.Value);
            var variance = leaves.Sum(leaf => leaf.Volume * (leaf.Value - mean) * (leaf.Value - mean));
            if (!(variance > 0)) continue;
            counted++;
            for (var i = 0; i < shares.Length; i++) shares[i] += VarianceOf(i, leaves, mean) / variance;
        }
        return counted == 0 ? [] : ImportanceTable.Named(space, Array.ConvertAll(shares, share => share / counted));
    }

    /// <summary>Variance of the mean over all other dimensions, along one.</summary>
    private static double VarianceOf(int dimension, List<TreeLeaf> leaves, double mean)
    {
        double[] edges = [.. leaves.Select(leaf => leaf.Low[dimension]).Append(1).Distinct().Order()];
        var means = new double[edges.Length - 1];
        foreach (var leaf in leaves)
        {
            var width = leaf.High[dimension] - leaf.Low[dimension];
            for (var i = Array.BinarySearch(edges, leaf.Low[dimension]); edges[i] < leaf.High[dimension]; i++) means[i] += leaf.Volume / width * leaf.Value;
        }
        return means.Select((value, i) => (edges[i + 1] - edges[i]) * (value - mean) * (value - mean)).Sum();
    }
}
