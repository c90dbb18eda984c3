using MathNet.Numerics.Distributions;

namespace Kiln.Runs;

/// <summary>
/// McNemar's exact test: whether, of the examples that only one of two classifiers gets right, either gets more than its half.
/// </summary>
/// <remarks>
/// McNemar (1947), https://doi.org/10.1007/BF02295996, with the binomial distribution instead of chi-square;
/// <c>scipy.stats.binomtest(onlyA, onlyA + onlyB)</c> gives the same p. It assumes that examples are independent. It speaks of two
/// trained models, not of two ways to train: how much another seed would change is not in it.
/// </remarks>
/// <param name="OnlyA">Examples that A gets right and B does not.</param>
/// <param name="OnlyB">Examples that B gets right and A does not.</param>
/// <param name="PValue">Two-sided p, in 0..1; 1 when the two never disagree.</param>
public sealed record McNemarTest(int OnlyA, int OnlyB, double PValue)
{
    /// <summary>Examples that the two disagree on: the only ones that count.</summary>
    public int Disagreements => OnlyA + OnlyB;

    /// <summary>The smallest p that so many disagreements allow: 2 / 2^n.</summary>
    public double SmallestPossible => Math.Min(1, Math.Pow(2, 1 - Disagreements));

    /// <summary>Tests counted disagreements.</summary>
    /// <param name="onlyA">Examples that A gets right and B does not, at least 0.</param>
    /// <param name="onlyB">Examples that B gets right and A does not, at least 0.</param>
    /// <returns>The test's result.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static McNemarTest Of(int onlyA, int onlyB)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(onlyA);
        ArgumentOutOfRangeException.ThrowIfNegative(onlyB);
        var p = onlyA == onlyB ? 1 : Math.Min(1, 2 * Binomial.CDF(0.5, onlyA + onlyB, Math.Min(onlyA, onlyB)));
        return new McNemarTest(onlyA, onlyB, p);
    }

    /// <summary>Tests answers example by example.</summary>
    /// <param name="rightA">Whether A is right, (N).</param>
    /// <param name="rightB">Whether B is right, (N), in the same order of examples.</param>
    /// <returns>The test's result.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static McNemarTest Of(IReadOnlyList<bool> rightA, IReadOnlyList<bool> rightB)
    {
        if (rightA.Count != rightB.Count)
            throw new ArgumentException($"{nameof(McNemarTest)}: expected as many answers of B as of A ({rightA.Count}), got {rightB.Count}. Measure both on the same examples.");
        var pairs = rightA.Zip(rightB).ToList();
        return Of(pairs.Count(pair => pair is (true, false)), pairs.Count(pair => pair is (false, true)));
    }
}
