using System.Collections.Immutable;

namespace Kiln.Training;

/// <summary>How often each class was said, was true, and was rightly said. All arrays have shape (K).</summary>
/// <remarks>
/// Averages are those of scikit-learn with zero_division 0: a class that is never said has precision 0, one that is neither
/// said nor true counts in no average.
/// </remarks>
internal sealed record ClassHits(ImmutableArray<long> Right, ImmutableArray<long> Said, ImmutableArray<long> True)
{
    /// <summary>Share of those said to be of the class that are.</summary>
    public double Precision(int k) => Share(Right[k], Said[k]);

    /// <summary>Share of those of the class that were said to be.</summary>
    public double Recall(int k) => Share(Right[k], True[k]);

    /// <summary>2 / (1/precision + 1/recall).</summary>
    public double F1(int k) => Share(2 * Right[k], Said[k] + True[k]);

    /// <summary>The mean over classes.</summary>
    public double Macro(Func<int, double> figure) => Mean(figure, _ => 1);

    /// <summary>The mean over examples: every class counts as often as it is true.</summary>
    public double Weighted(Func<int, double> figure) => Mean(figure, k => True[k]);

    public double MicroPrecision => Share(Right.Sum(), Said.Sum());

    public double MicroRecall => Share(Right.Sum(), True.Sum());

    public double MicroF1 => Share(2 * Right.Sum(), Said.Sum() + True.Sum());

    private double Mean(Func<int, double> figure, Func<int, double> weight)
    {
        double sum = 0, weights = 0;
        for (int k = 0; k < Right.Length; k++)
        {
            if (Said[k] + True[k] == 0) continue;
            sum += figure(k) * weight(k);
            weights += weight(k);
        }
        return weights == 0 ? double.NaN : sum / weights;
    }

    private static double Share(long part, long whole) => whole == 0 ? 0 : part / (double)whole;
}
