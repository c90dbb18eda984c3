namespace Kiln.Search;

/// <summary>The lower triangle L of a positive definite matrix L Lᵀ, row by row in one array.</summary>
/// <remarks>Small and without allocation inside: a Gaussian process factors its matrix dozens of times for one proposal.</remarks>
internal sealed class Cholesky
{
    private readonly double[] _lower;

    private Cholesky(double[] lower, int size) => (_lower, Size) = (lower, size);

    /// <summary>Number of rows.</summary>
    public int Size { get; }

    /// <summary>Half the logarithm of the matrix's determinant.</summary>
    public double HalfLogDeterminant => Enumerable.Range(0, Size).Sum(i => Math.Log(_lower[i * Size + i]));

    /// <summary>Factors a symmetric matrix (n, n); null when it is not positive definite.</summary>
    public static Cholesky? Of(double[] matrix, int n)
    {
        var lower = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var rest = matrix[i * n + j] - Dot(lower.AsSpan(i * n, j), lower.AsSpan(j * n, j));
                if (i != j) lower[i * n + j] = rest / lower[j * n + j];
                else if (rest > 0) lower[i * n + i] = Math.Sqrt(rest);
                else return null;
            }
        }
        return new Cholesky(lower, n);
    }

    /// <summary>Solves L x = b in place.</summary>
    public void SolveLower(Span<double> b)
    {
        for (var i = 0; i < Size; i++)
            b[i] = (b[i] - Dot(_lower.AsSpan(i * Size, i), b[..i])) / _lower[i * Size + i];
    }

    /// <summary>Solves L Lᵀ x = b in place.</summary>
    public void Solve(Span<double> b)
    {
        SolveLower(b);
        for (var i = Size - 1; i >= 0; i--)
        {
            b[i] /= _lower[i * Size + i];
            for (var j = 0; j < i; j++) b[j] -= _lower[i * Size + j] * b[i];
        }
    }

    /// <summary>The inverse of the matrix (n, n).</summary>
    public double[] Inverse()
    {
        var inverse = new double[Size * Size];
        for (var i = 0; i < Size; i++)
        {
            inverse[i * Size + i] = 1;
            Solve(inverse.AsSpan(i * Size, Size));
        }
        return inverse;
    }

    private static double Dot(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++) sum += one[i] * other[i];
        return sum;
    }
}
