using System.Collections.Immutable;
using System.Numerics;
using MathNet.Numerics.Random;

namespace Kiln.Runs;

/// <summary>Subsets drawn by chance, each as likely as any other. Eight values share a random byte, whose sum is looked up.</summary>
internal sealed class SubsetDraws
{
    private const int Width = 8;

    private readonly Xoshiro256StarStar _random;
    private readonly byte[] _bytes;
    private readonly double[] _sums;
    private readonly int _unused;

    /// <summary>Prepares the draws.</summary>
    public SubsetDraws(ImmutableArray<double> values, int seed)
    {
        _random = new Xoshiro256StarStar(seed, threadSafe: false);
        _bytes = new byte[(values.Length + Width - 1) / Width];
        _unused = (_bytes.Length * Width) - values.Length;
        _sums = new double[_bytes.Length << Width];
        for (var place = 0; place < _bytes.Length; place++)
            for (var subset = 1; subset < 1 << Width; subset++)
            {
                var value = (place * Width) + BitOperations.TrailingZeroCount(subset);
                _sums[(place << Width) + subset] = _sums[(place << Width) + (subset & (subset - 1))] + (value < values.Length ? values[value] : 0);
            }
    }

    /// <summary>Sum and number of the values of the next subset, which may be empty.</summary>
    public (double Sum, int Count) Next()
    {
        _random.NextBytes(_bytes);
        _bytes[^1] &= (byte)(byte.MaxValue >> _unused);
        var (sum, count) = (0.0, 0);
        for (var place = 0; place < _bytes.Length; place++)
        {
            sum += _sums[(place << Width) + _bytes[place]];
            count += BitOperations.PopCount(_bytes[place]);
        }
        return (sum, count);
    }
}
