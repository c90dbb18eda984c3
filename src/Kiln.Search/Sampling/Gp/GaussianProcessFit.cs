namespace Kiln.Search;

/// <summary>Finds the lengths, the variance and the noise under which values are most probable.</summary>
/// <remarks>
/// The slope of the logarithm of that probability is equation 5.9 of Rasmussen and Williams (2006). Prior beliefs keep few values from
/// deciding too much: lengths grow with the root of the number of dimensions (Hvarfner et al., 2024, https://arxiv.org/abs/2402.02229).
/// The climb goes by signs (Rprop: Riedmiller and Braun, 1993), which no scale can mislead.
/// </remarks>
internal sealed class GaussianProcessFit
{
    private const int Steps = 40;
    private const double LeastLog = -16, MostLog = 6, LeastNoise = 1e-6, MostNoise = 1;

    private readonly double[][] _places;
    private readonly double[] _values;
    private readonly bool[] _areWords;

    // Logarithms of the lengths, of the variance and of the noise: what is believed before, and how firmly (deviations).
    private readonly double[] _believed, _doubt;

    /// <param name="places">Places (n, D).</param>
    /// <param name="values">Values (n), of mean 0 and deviation 1.</param>
    /// <param name="areWords">Whether a dimension has no order (D).</param>
    public GaussianProcessFit(double[][] places, double[] values, bool[] areWords)
    {
        (_places, _values, _areWords) = (places, values, areWords);
        var dimensions = areWords.Length;
        _believed = [.. Enumerable.Repeat(Math.Log(0.4 * Math.Sqrt(dimensions)), dimensions), 0, Math.Log(1e-4)];
        _doubt = [.. Enumerable.Repeat(1.0, dimensions), 1, 2];
    }

    /// <summary>The process; null where the places are too alike for the arithmetic.</summary>
    public GaussianProcess? Find()
    {
        double[] at = [.. _believed], best = at, before = new double[at.Length];
        double[] steps = [.. Enumerable.Repeat(0.2, at.Length)];
        var slopes = new double[at.Length];
        var most = double.NegativeInfinity;
        for (var step = 0; step < Steps; step++)
        {
            var probability = LogProbability(at, slopes);
            if (probability > most) (best, most) = ([.. at], probability);
            if (double.IsNegativeInfinity(probability)) break;
            for (var i = 0; i < at.Length; i++)
            {
                steps[i] = Math.Clamp(steps[i] * (slopes[i] * before[i]) switch { > 0 => 1.2, < 0 => 0.5, _ => 1 }, 1e-3, 0.5);
                at[i] = Bounded(at[i] + Math.Sign(slopes[i]) * steps[i], i);
                before[i] = slopes[i];
            }
        }
        return GaussianProcess.Of(_places, _values, KernelAt(best), Math.Exp(best[^1]));
    }

    private double Bounded(double log, int i) =>
        i == _believed.Length - 1 ? Math.Clamp(log, Math.Log(LeastNoise), Math.Log(MostNoise)) : Math.Clamp(log, LeastLog, MostLog);

    private MaternKernel KernelAt(double[] logs) => new(_areWords, Array.ConvertAll(logs[..^2], Math.Exp), Math.Exp(logs[^2]));

    private double LogProbability(double[] logs, double[] slopes)
    {
        int n = _places.Length, dimensions = _areWords.Length;
        var kernel = KernelAt(logs);
        var noise = Math.Exp(logs[^1]);
        var matrix = new double[n * n];
        var byLength = new double[n * n * dimensions];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++)
                matrix[i * n + j] = matrix[j * n + i] = kernel.WithSlopes(_places[i], _places[j], byLength.AsSpan((i * n + j) * dimensions, dimensions));
            matrix[i * n + i] = kernel.Variance + noise;
        }
        if (Cholesky.Of(matrix, n) is not { } factor) return double.NegativeInfinity;
        double[] weights = [.. _values];
        factor.Solve(weights);
        AddSlopes(matrix, byLength, factor.Inverse(), weights, noise, slopes);
        var probability = -0.5 * weights.Zip(_values, (weight, value) => weight * value).Sum() - factor.HalfLogDeterminant;
        for (var i = 0; i < logs.Length; i++)
        {
            var doubt = (logs[i] - _believed[i]) / _doubt[i];
            probability -= 0.5 * doubt * doubt;
            slopes[i] -= doubt / _doubt[i];
        }
        return probability;
    }

    // Half the trace of (w wᵀ - K⁻¹) ∂K; the matrices are symmetric, and lengths do not move the diagonal.
    private void AddSlopes(double[] matrix, double[] byLength, double[] inverse, double[] weights, double noise, double[] slopes)
    {
        int n = weights.Length, dimensions = _areWords.Length;
        Array.Clear(slopes);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var factor = weights[i] * weights[j] - inverse[i * n + j];
                for (var d = 0; d < dimensions; d++) slopes[d] += factor * byLength[(i * n + j) * dimensions + d];
                slopes[dimensions] += factor * matrix[i * n + j];
            }
            var own = 0.5 * (weights[i] * weights[i] - inverse[i * n + i]);
            slopes[dimensions] += own * (matrix[i * n + i] - noise);
            slopes[dimensions + 1] += own * noise;
        }
    }
}
