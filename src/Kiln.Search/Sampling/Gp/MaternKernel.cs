namespace Kiln.Search;

/// <summary>The covariance of two places: Matérn 5/2 with a length of its own for each dimension.</summary>
/// <remarks>
/// <c>k = s² (1 + √5 r + 5/3 r²) exp(-√5 r)</c>, <c>r² = Σ dᵢ² / lᵢ²</c>: Rasmussen and Williams (2006), equation 4.17,
/// https://gaussianprocess.org/gpml/. Words that differ have distance 1, and so has a number from a trial that does not have it.
/// </remarks>
internal sealed class MaternKernel
{
    private static readonly double Root5 = Math.Sqrt(5);

    private readonly bool[] _areWords;
    private readonly double[] _inverseSquares;

    /// <param name="areWords">Whether a dimension has no order.</param>
    /// <param name="lengths">Length of each dimension.</param>
    /// <param name="variance">The covariance of a place with itself.</param>
    public MaternKernel(bool[] areWords, ReadOnlySpan<double> lengths, double variance)
    {
        (_areWords, Variance) = (areWords, variance);
        _inverseSquares = new double[lengths.Length];
        for (var i = 0; i < lengths.Length; i++) _inverseSquares[i] = 1 / (lengths[i] * lengths[i]);
    }

    /// <summary>The covariance of a place with itself.</summary>
    public double Variance { get; }

    public double Of(double[] one, double[] other)
    {
        var square = 0.0;
        for (var i = 0; i < one.Length; i++) square += Part(i, one, other);
        var r = Root5 * Math.Sqrt(square);
        return Variance * (1 + r + r * r / 3) * Math.Exp(-r);
    }

    /// <summary>The covariance, and its derivatives by the logarithm of each length.</summary>
    public double WithSlopes(double[] one, double[] other, Span<double> slopes)
    {
        var square = 0.0;
        for (var i = 0; i < one.Length; i++) square += slopes[i] = Part(i, one, other);
        var r = Root5 * Math.Sqrt(square);
        var decay = Variance * Math.Exp(-r);
        for (var i = 0; i < one.Length; i++) slopes[i] *= decay * (1 + r) * 5 / 3;
        return decay * (1 + r + r * r / 3);
    }

    private double Part(int dimension, double[] one, double[] other)
    {
        double a = one[dimension], b = other[dimension];
        if (double.IsNaN(a) || double.IsNaN(b)) return double.IsNaN(a) && double.IsNaN(b) ? 0 : _inverseSquares[dimension];
        if (_areWords[dimension]) return a == b ? 0 : _inverseSquares[dimension];
        return (a - b) * (a - b) * _inverseSquares[dimension];
    }
}
