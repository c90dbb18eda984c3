using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>Holm's step-down adjustment: p values made so large that of many true null hypotheses one is rejected with probability at most alpha.</summary>
/// <remarks>
/// Holm (1979), https://www.jstor.org/stable/4615733. It assumes nothing of how the tests hang together. R's
/// <c>p.adjust(p, "holm")</c> gives the same numbers.
/// </remarks>
public static class HolmAdjustment
{
    /// <summary>Adjusts p values.</summary>
    /// <param name="pValues">The p of each test, (m), each in 0..1.</param>
    /// <returns>The adjusted p values, (m), in the same order: reject where one is at most alpha.</returns>
    /// <exception cref="ArgumentException">One is not in 0..1.</exception>
    public static ImmutableArray<double> Of(IReadOnlyList<double> pValues)
    {
        var adjusted = new double[pValues.Count];
        var largest = 0.0;
        var rising = Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i]).ToList();
        for (var step = 0; step < rising.Count; step++)
        {
            var p = pValues[rising[step]];
            if (!(p >= 0 && p <= 1))
                throw new ArgumentException($"{nameof(HolmAdjustment)}: expected p values in 0..1, got {p} at index {rising[step]}. Give the p of a test.", nameof(pValues));
            largest = Math.Max(largest, Math.Min(1, p * (rising.Count - step)));
            adjusted[rising[step]] = largest;
        }
        return [.. adjusted];
    }
}
