namespace Kiln.Search;

/// <summary>A box of the unit cube and the mean of the values in it.</summary>
/// <param name="Low">Its lower ends (D).</param>
/// <param name="High">Its upper ends (D).</param>
/// <param name="Value">The mean.</param>
internal sealed record TreeLeaf(double[] Low, double[] High, double Value)
{
    /// <summary>Its share of the cube.</summary>
    public double Volume { get; } = Low.Zip(High, (low, high) => high - low).Aggregate(1.0, (volume, width) => volume * width);
}

/// <summary>A tree of a random forest: grown on rows drawn with replacement, each box cut where the squares of the errors fall most.</summary>
/// <remarks>Breiman (2001), https://doi.org/10.1023/A:1010933404324; every dimension is tried at every cut.</remarks>
internal sealed class RegressionTree
{
    private const int FewestRows = 4, Deepest = 24;

    private readonly double[][] _places;
    private readonly double[] _values;

    /// <param name="places">Places (n, D), in 0..1.</param>
    /// <param name="values">Values (n).</param>
    /// <param name="seed">Which tree.</param>
    public RegressionTree(double[][] places, double[] values, int seed)
    {
        (_places, _values) = (places, values);
        int[] rows = [.. Enumerable.Range(0, values.Length).Select(i => (int)(StudyRandom.Unit(0, seed, "rows", i) * values.Length))];
        var dimensions = places[0].Length;
        Grow(rows, new double[dimensions], [.. Enumerable.Repeat(1.0, dimensions)], 0);
    }

    /// <summary>The boxes, which fill the cube.</summary>
    public List<TreeLeaf> Leaves { get; } = [];

    private void Grow(int[] rows, double[] low, double[] high, int depth)
    {
        var cut = rows.Length >= FewestRows && depth < Deepest ? BestCut(rows) : null;
        if (cut is not var (dimension, at))
        {
            Leaves.Add(new TreeLeaf(low, high, rows.Average(row => _values[row])));
            return;
        }
        double[] middleHigh = [.. high], middleLow = [.. low];
        middleHigh[dimension] = middleLow[dimension] = at;
        Grow([.. rows.Where(row => _places[row][dimension] < at)], low, middleHigh, depth + 1);
        Grow([.. rows.Where(row => _places[row][dimension] >= at)], middleLow, high, depth + 1);
    }

    /// <summary>The cut after which the squares of the sums, each by its number of rows, are greatest; null where all values are equal.</summary>
    private (int Dimension, double At)? BestCut(int[] rows)
    {
        var all = rows.Sum(row => _values[row]);
        var most = all * all / rows.Length;
        // Rounding must not make a cut among equal values.
        most += 1e-12 * rows.Sum(row => _values[row] * _values[row]);
        (int, double)? best = null;
        for (var dimension = 0; dimension < _places[0].Length; dimension++)
        {
            double[] keys = [.. rows.Select(row => _places[row][dimension])];
            double[] values = [.. rows.Select(row => _values[row])];
            Array.Sort(keys, values);
            var left = 0.0;
            for (var i = 1; i < rows.Length; i++)
            {
                left += values[i - 1];
                if (keys[i] <= keys[i - 1]) continue;
                var gain = left * left / i + (all - left) * (all - left) / (rows.Length - i);
                if (gain > most) (most, best) = (gain, (dimension, Between(keys[i - 1], keys[i])));
            }
        }
        return best;
    }

    // Between neighbours among the numbers there is none: the middle may be rounded to the lower one, and nothing would lie below the cut.
    private static double Between(double low, double high) => 0.5 * (low + high) is var middle && middle > low ? middle : high;
}
