using MathNet.Numerics.Distributions;

namespace Kiln.Search;

/// <summary>What is known of a function from some of its values: at every place a mean and a deviation.</summary>
/// <remarks>Rasmussen and Williams (2006), algorithm 2.1, https://gaussianprocess.org/gpml/.</remarks>
internal sealed class GaussianProcess
{
    private readonly double[][] _places;
    private readonly double[] _values, _weights;
    private readonly MaternKernel _kernel;
    private readonly double _noise;
    private readonly Cholesky _factor;

    private GaussianProcess(double[][] places, double[] values, MaternKernel kernel, double noise, Cholesky factor)
    {
        (_places, _values, _kernel, _noise, _factor) = (places, values, kernel, noise, factor);
        _weights = [.. values];
        _factor.Solve(_weights);
        Least = values.Min();
    }

    /// <summary>The smallest of the values.</summary>
    public double Least { get; }

    /// <summary>Whether a place is one of those it was made of.</summary>
    public bool Knows(double[] place) => Array.Exists(_places, known => known.AsSpan().SequenceEqual(place));

    /// <summary>Makes a process with a given kernel; null where the places are too alike for the arithmetic.</summary>
    /// <param name="places">Places (n, D).</param>
    /// <param name="values">Values (n), about 0 in mean.</param>
    /// <param name="kernel">Covariance of two places.</param>
    /// <param name="noise">Variance of a value around the function.</param>
    public static GaussianProcess? Of(double[][] places, double[] values, MaternKernel kernel, double noise)
    {
        var n = places.Length;
        var matrix = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++) matrix[i * n + j] = matrix[j * n + i] = kernel.Of(places[i], places[j]);
            matrix[i * n + i] = kernel.Variance + noise;
        }
        return Cholesky.Of(matrix, n) is { } factor ? new GaussianProcess(places, values, kernel, noise, factor) : null;
    }

    /// <summary>The same with places whose values are not known yet: they count as what the process expects there.</summary>
    public GaussianProcess Believing(IReadOnlyList<double[]> pending) => pending.Count == 0
        ? this
        : Of([.. _places, .. pending], [.. _values, .. pending.Select(place => At(place).Mean)], _kernel, _noise) ?? this;

    /// <summary>Mean and variance of the function at a place.</summary>
    public (double Mean, double Variance) At(double[] place)
    {
        var covariances = new double[_places.Length];
        var mean = 0.0;
        for (var i = 0; i < covariances.Length; i++) mean += (covariances[i] = _kernel.Of(place, _places[i])) * _weights[i];
        _factor.SolveLower(covariances);
        var known = 0.0;
        foreach (var part in covariances) known += part * part;
        return (mean, Math.Max(_kernel.Variance - known, 0));
    }

    /// <summary>By how much a value at a place is expected to be below a bound; what lies above counts as nothing.</summary>
    /// <remarks>Jones et al. (1998), equation 15, https://doi.org/10.1023/A:1008306431147.</remarks>
    public double ExpectedImprovement(double[] place, double below)
    {
        var (mean, variance) = At(place);
        var deviation = Math.Sqrt(variance);
        if (deviation < 1e-12) return Math.Max(below - mean, 0);
        var z = (below - mean) / deviation;
        return deviation * (z * Normal.CDF(0, 1, z) + Normal.PDF(0, 1, z));
    }
}
