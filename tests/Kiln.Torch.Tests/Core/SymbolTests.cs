using System.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Core;

/// <summary>Operator symbols with every kind of number on either side, and conversions.</summary>
public class SymbolTests
{
    // x is [4, -6] of float64, y is [2, 4].
    public static TheoryData<string, Func<Tensor, Tensor, Tensor>, double[]> Arithmetic => new()
    {
        { "x + y", (x, y) => x + y, [6, -2] },
        { "x + scalar", (x, y) => x + (Scalar)1.5, [5.5, -4.5] },
        { "x + int", (x, y) => x + 1, [5, -5] },
        { "x + long", (x, y) => x + 1L, [5, -5] },
        { "x + float", (x, y) => x + 1.5f, [5.5, -4.5] },
        { "x + double", (x, y) => x + 1.5, [5.5, -4.5] },
        { "scalar + x", (x, y) => (Scalar)1.5 + x, [5.5, -4.5] },
        { "int + x", (x, y) => 1 + x, [5, -5] },
        { "long + x", (x, y) => 1L + x, [5, -5] },
        { "float + x", (x, y) => 1.5f + x, [5.5, -4.5] },
        { "double + x", (x, y) => 1.5 + x, [5.5, -4.5] },
        { "x - y", (x, y) => x - y, [2, -10] },
        { "x - scalar", (x, y) => x - (Scalar)1.5, [2.5, -7.5] },
        { "x - int", (x, y) => x - 1, [3, -7] },
        { "x - long", (x, y) => x - 1L, [3, -7] },
        { "x - float", (x, y) => x - 1.5f, [2.5, -7.5] },
        { "x - double", (x, y) => x - 1.5, [2.5, -7.5] },
        { "scalar - x", (x, y) => (Scalar)1.5 - x, [-2.5, 7.5] },
        { "int - x", (x, y) => 1 - x, [-3, 7] },
        { "long - x", (x, y) => 1L - x, [-3, 7] },
        { "float - x", (x, y) => 1.5f - x, [-2.5, 7.5] },
        { "double - x", (x, y) => 1.5 - x, [-2.5, 7.5] },
        { "x * y", (x, y) => x * y, [8, -24] },
        { "x * scalar", (x, y) => x * (Scalar)1.5, [6, -9] },
        { "x * int", (x, y) => x * 2, [8, -12] },
        { "x * long", (x, y) => x * 2L, [8, -12] },
        { "x * float", (x, y) => x * 1.5f, [6, -9] },
        { "x * double", (x, y) => x * 1.5, [6, -9] },
        { "scalar * x", (x, y) => (Scalar)1.5 * x, [6, -9] },
        { "int * x", (x, y) => 2 * x, [8, -12] },
        { "long * x", (x, y) => 2L * x, [8, -12] },
        { "float * x", (x, y) => 1.5f * x, [6, -9] },
        { "double * x", (x, y) => 1.5 * x, [6, -9] },
        { "x / y", (x, y) => x / y, [2, -1.5] },
        { "x / scalar", (x, y) => x / (Scalar)2.0, [2, -3] },
        { "x / int", (x, y) => x / 2, [2, -3] },
        { "x / long", (x, y) => x / 2L, [2, -3] },
        { "x / float", (x, y) => x / 0.5f, [8, -12] },
        { "x / double", (x, y) => x / 0.5, [8, -12] },
        { "scalar / y", (x, y) => (Scalar)1.0 / y, [0.5, 0.25] },
        { "int / y", (x, y) => 2 / y, [1, 0.5] },
        { "long / y", (x, y) => 2L / y, [1, 0.5] },
        { "float / y", (x, y) => 2f / y, [1, 0.5] },
        { "double / y", (x, y) => 2d / y, [1, 0.5] },
        { "x % y", (x, y) => x % y, [0, 2] },
        { "x % scalar", (x, y) => x % (Scalar)2.5, [1.5, 1.5] },
        { "x % int", (x, y) => x % 5, [4, 4] },
        { "x % long", (x, y) => x % 5L, [4, 4] },
        { "x % float", (x, y) => x % 2.5f, [1.5, 1.5] },
        { "x % double", (x, y) => x % 2.5, [1.5, 1.5] },
        { "-x", (x, y) => -x, [-4, 6] },
        { "x --> m", (x, y) => Tensor.op_MinusMinusGreater(x, nn.ReLU()), [4, 0] },
    };

    public static TheoryData<string, Func<Tensor, Tensor, Tensor>, bool[]> Comparisons => new()
    {
        { "x == y", (x, y) => x == y, [false, false] },
        { "x == scalar", (x, y) => x == (Scalar)4, [true, false] },
        { "scalar == x", (x, y) => (Scalar)4 == x, [true, false] },
        { "x != y", (x, y) => x != y, [true, true] },
        { "x != scalar", (x, y) => x != (Scalar)4, [false, true] },
        { "scalar != x", (x, y) => (Scalar)4 != x, [false, true] },
        { "x < y", (x, y) => x < y, [false, true] },
        { "x < scalar", (x, y) => x < (Scalar)4, [false, true] },
        { "scalar < x", (x, y) => (Scalar)0 < x, [true, false] },
        { "x <= y", (x, y) => x <= y, [false, true] },
        { "x <= scalar", (x, y) => x <= (Scalar)4, [true, true] },
        { "scalar <= x", (x, y) => (Scalar)4 <= x, [true, false] },
        { "x > y", (x, y) => x > y, [true, false] },
        { "x > scalar", (x, y) => x > (Scalar)4, [false, false] },
        { "scalar > x", (x, y) => (Scalar)4 > x, [false, true] },
        { "x >= y", (x, y) => x >= y, [true, false] },
        { "x >= scalar", (x, y) => x >= (Scalar)4, [true, false] },
        { "scalar >= x", (x, y) => (Scalar)4 >= x, [true, true] },
        { "x > int", (x, y) => x > 0, [true, false] },
        { "and", (x, y) => (x > 0) & (y > 2), [false, false] },
        { "or", (x, y) => (x > 0) | (y > 2), [true, true] },
        { "xor", (x, y) => (x > 0) ^ (y > 2), [true, true] },
        { "not", (x, y) => ~(x > 0), [false, true] },
    };

    [Theory]
    [MemberData(nameof(Arithmetic))]
    public void Arithmetic_symbols_compute(string name, Func<Tensor, Tensor, Tensor> compute, double[] expected)
    {
        using var scope = NewDisposeScope();
        Assert.NotEmpty(name);
        Assert.Equal(expected, compute(tensor([4.0, -6.0]), tensor([2.0, 4.0])).data<double>().ToArray());
    }

    [Theory]
    [MemberData(nameof(Comparisons))]
    public void Comparing_symbols_give_truth_values(string name, Func<Tensor, Tensor, Tensor> compare, bool[] expected)
    {
        using var scope = NewDisposeScope();
        Assert.NotEmpty(name);
        Assert.Equal(expected, compare(tensor([4.0, -6.0]), tensor([2.0, 4.0])).data<bool>().ToArray());
    }

    [Fact]
    public void Numbers_and_arrays_become_tensors()
    {
        using var scope = NewDisposeScope();
        Tensor[] singles = [(byte)1, (sbyte)1, (short)1, 1, 1L, 1f, 1d, true, (1f, 2f), new Complex(1, 2), (Scalar)1, (Scalar)1.0, (Scalar)true, (Scalar)new Complex(1, 2)];
        Tensor[] arrays =
        [
            new byte[] { 1 }, new sbyte[] { 1 }, new short[] { 1 }, new[] { 1 }, new[] { 1L }, new[] { 1f }, new[] { 1d },
            new[] { true }, new[] { (1f, 2f) }, new[] { new Complex(1, 2) },
        ];

        ScalarType[] types = [uint8, int8, int16, int32, int64, float32, float64, @bool, complex64, complex128];
        Assert.Equal([.. types, int64, float32, @bool, complex64], singles.Select(single => single.dtype));
        Assert.Equal(types, arrays.Select(array => array.dtype));
        Assert.All(singles, single => Assert.Equal(0, single.ndim));
        Assert.All(arrays, array => Assert.Equal([1], array.shape));
    }

    [Fact]
    public void Tensors_of_one_element_become_numbers()
    {
        using var scope = NewDisposeScope();
        var seven = tensor(7.0);

        Assert.Equal(((float)seven, (double)seven, (sbyte)seven, (byte)seven), (7f, 7d, (sbyte)7, (byte)7));
        Assert.Equal(((short)seven, (int)seven, (long)seven, (bool)seven), ((short)7, 7, 7L, true));
        Assert.Throws<TorchException>(() => (int)ones(2));
    }
}
