using System.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Tensors;

/// <summary>Conversions between tensors and .NET's numbers and arrays.</summary>
public class ConversionTests
{
    [Fact]
    public void A_tensor_of_one_element_is_cast_to_a_number()
    {
        using var scope = NewDisposeScope();
        var seven = tensor(7f);

        Assert.Equal((7f, 7d), ((float)seven, (double)seven));
        Assert.Equal((sbyte)7, (sbyte)tensor((sbyte)7));
        Assert.Equal((byte)7, (byte)tensor((byte)7));
        Assert.Equal((short)7, (short)tensor((short)7));
        Assert.Equal(7, (int)tensor(7));
        Assert.Equal(7L, (long)tensor(7L));
        Assert.True((bool)tensor(true));
    }

    [Fact]
    public void A_number_becomes_a_tensor_of_its_type()
    {
        using var scope = NewDisposeScope();
        (Tensor Made, ScalarType Type)[] made =
        [
            ((byte)7, ScalarType.Byte), ((sbyte)7, ScalarType.Int8), ((short)7, ScalarType.Int16), (7, ScalarType.Int32), (7L, ScalarType.Int64),
            (7f, ScalarType.Float32), (7d, ScalarType.Float64), (true, ScalarType.Bool), ((7f, 1f), ScalarType.ComplexFloat32),
            (new Complex(7, 1), ScalarType.ComplexFloat64),
        ];

        Assert.All(made, pair =>
        {
            Assert.Equal(pair.Type, pair.Made.dtype);
            Assert.Empty(pair.Made.shape);
        });
    }

    [Fact]
    public void An_array_becomes_a_tensor_of_its_type()
    {
        using var scope = NewDisposeScope();
        (Tensor Made, ScalarType Type)[] made =
        [
            (new byte[] { 1, 0 }, ScalarType.Byte), (new sbyte[] { 1, 0 }, ScalarType.Int8), (new short[] { 1, 0 }, ScalarType.Int16),
            (new[] { 1, 0 }, ScalarType.Int32), (new[] { 1L, 0 }, ScalarType.Int64), (new[] { 1f, 0 }, ScalarType.Float32),
            (new[] { 1d, 0 }, ScalarType.Float64), (new[] { true, false }, ScalarType.Bool),
            (new[] { (1f, 0f), (0f, 0f) }, ScalarType.ComplexFloat32), (new[] { Complex.One, Complex.Zero }, ScalarType.ComplexFloat64),
        ];

        Assert.All(made, pair =>
        {
            Assert.Equal(pair.Type, pair.Made.dtype);
            Assert.Equal([1d, 0d], (pair.Made.is_complex() ? pair.Made.real : pair.Made).to(ScalarType.Float64).data<double>().ToArray());
        });
    }

    [Fact]
    public void A_scalar_becomes_a_tensor()
    {
        using var scope = NewDisposeScope();
        Scalar half = .5;
        Tensor made = half;

        Assert.Equal(.5, made.ToDouble());
    }
}
