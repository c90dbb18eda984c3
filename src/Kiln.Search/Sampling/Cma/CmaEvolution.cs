using MathNet.Numerics.LinearAlgebra;

namespace Kiln.Search;

/// <summary>Mean, step size and covariance of the distribution that trials are drawn from, and how a generation changes them.</summary>
/// <remarks>Names and equations are those of Hansen's tutorial, https://arxiv.org/abs/1604.00772, figure 6.</remarks>
internal sealed class CmaEvolution
{
    private const double LeastSigma = 1e-12;

    private readonly int _n;
    private double _sigma = 0.3;
    private int _generation;
    private Vector<double> _mean, _pathSigma, _pathC;
    private Matrix<double> _covariance, _axes;
    private Vector<double> _lengths;

    /// <param name="dimensions">Number of coordinates, each in 0..1.</param>
    public CmaEvolution(int dimensions)
    {
        _n = dimensions;
        _mean = Vector<double>.Build.Dense(_n, 0.5);
        (_pathSigma, _pathC) = (Vector<double>.Build.Dense(_n), Vector<double>.Build.Dense(_n));
        (_covariance, _axes) = (Matrix<double>.Build.DenseIdentity(_n), Matrix<double>.Build.DenseIdentity(_n));
        _lengths = Vector<double>.Build.Dense(_n, 1);
    }

    /// <summary>The middle of the distribution.</summary>
    public double[] Mean => [.. _mean];

    /// <summary>Trials of a generation: λ.</summary>
    public static int PopulationOf(int dimensions) => 4 + (int)(3 * Math.Log(dimensions));

    /// <summary>The place that independent normal numbers stand for: m + σ B D z.</summary>
    public double[] At(double[] normals) =>
        [.. _mean + _sigma * (_axes * _lengths.PointwiseMultiply(Vector<double>.Build.DenseOfArray(normals)))];

    /// <summary>Takes in a generation: its places, the best first. Fewer than two teach nothing.</summary>
    public void Learn(double[][] places)
    {
        if (places.Length < 2) return;
        var weights = WeightsOf(places.Length);
        double effective = 1 / weights.Sum(weight => weight * weight), n = _n;
        double cSigma = (effective + 2) / (n + effective + 5), cC = (4 + effective / n) / (n + 4 + 2 * effective / n);
        double c1 = 2 / ((n + 1.3) * (n + 1.3) + effective), cMu = Math.Min(1 - c1, 2 * (effective - 2 + 1 / effective) / ((n + 2) * (n + 2) + effective));
        var damping = 1 + 2 * Math.Max(0, Math.Sqrt((effective - 1) / (n + 1)) - 1) + cSigma;
        // The expected length of a vector of n normal numbers.
        var chi = Math.Sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n));

        var steps = Array.ConvertAll(places[..weights.Length], place => (Vector<double>.Build.DenseOfArray(place) - _mean) / _sigma);
        var step = steps.Zip(weights, (one, weight) => one * weight).Aggregate((sum, one) => sum + one);
        _mean += _sigma * step;
        _pathSigma = (1 - cSigma) * _pathSigma + Math.Sqrt(cSigma * (2 - cSigma) * effective) * Whitened(step);
        var isSteady = _pathSigma.L2Norm() / Math.Sqrt(1 - Math.Pow(1 - cSigma, 2 * ++_generation)) < (1.4 + 2 / (n + 1)) * chi;
        _pathC = (1 - cC) * _pathC + (isSteady ? Math.Sqrt(cC * (2 - cC) * effective) : 0) * step;

        var ofBest = steps.Zip(weights, (one, weight) => one.OuterProduct(one) * weight).Aggregate((sum, one) => sum + one);
        _covariance = (1 - c1 - cMu + (isSteady ? 0 : c1 * cC * (2 - cC))) * _covariance + c1 * _pathC.OuterProduct(_pathC) + cMu * ofBest;
        _sigma = Math.Clamp(_sigma * Math.Exp(Math.Min(1, cSigma / damping * (_pathSigma.L2Norm() / chi - 1))), LeastSigma, 1);
        Decompose();
    }

    /// <summary>Weights of the better half, the best first; together 1.</summary>
    private static double[] WeightsOf(int count)
    {
        double[] raw = [.. Enumerable.Range(1, count / 2).Select(rank => Math.Log((count + 1) / 2.0) - Math.Log(rank))];
        var sum = raw.Sum();
        return [.. raw.Select(weight => weight / sum)];
    }

    // C^(-1/2) y.
    private Vector<double> Whitened(Vector<double> step) => _axes * (_axes.TransposeThisAndMultiply(step)).PointwiseDivide(_lengths);

    private void Decompose()
    {
        var parts = ((_covariance + _covariance.Transpose()) / 2).Evd(Symmetricity.Symmetric);
        _axes = parts.EigenVectors;
        _lengths = parts.EigenValues.Map(value => Math.Sqrt(Math.Max(value.Real, LeastSigma)));
    }
}
