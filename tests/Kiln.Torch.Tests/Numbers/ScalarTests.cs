using System.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Numbers;

public class ScalarTests
{
    public static TheoryData<Scalar, ScalarType> Types => new()
    {
        { (byte)200, ScalarType.Int64 },
        { (sbyte)-3, ScalarType.Int64 },
        { (short)-3, ScalarType.Int64 },
        { -3, ScalarType.Int64 },
        { long.MaxValue, ScalarType.Int64 },
        { (Half)1.5, ScalarType.Float64 },
        { (BFloat16)1.5f, ScalarType.Float64 },
        { 1.5f, ScalarType.Float64 },
        { 1.5, ScalarType.Float64 },
        { true, ScalarType.Bool },
        { (1f, 2f), ScalarType.ComplexFloat64 },
        { new Complex(1, 2), ScalarType.ComplexFloat64 },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public void A_scalar_has_the_type_that_libtorch_gives_it(Scalar scalar, ScalarType type) => Assert.Equal(type, scalar.Type);

    [Fact]
    public void A_scalar_gives_its_number_in_every_type()
    {
        Scalar value = 3.75;

        Assert.Equal((byte)3, value.ToByte());
        Assert.Equal((sbyte)3, value.ToSByte());
        Assert.Equal((short)3, value.ToInt16());
        Assert.Equal(3, value.ToInt32());
        Assert.Equal(3L, value.ToInt64());
        Assert.Equal((Half)3.75, value.ToHalf());
        Assert.Equal((BFloat16)3.75f, value.ToBFloat16());
        Assert.Equal(3.75f, value.ToSingle());
        Assert.Equal(3.75, value.ToDouble());
        Assert.True(value.ToBoolean());
        Assert.Equal((3.75f, 0f), value.ToComplexFloat32());
        Assert.Equal(new Complex(3.75, 0), value.ToComplexFloat64());
    }

    [Fact]
    public void Every_number_becomes_a_scalar_by_extension()
    {
        Assert.Equal(7, ((byte)7).ToScalar().ToInt32());
        Assert.Equal(7, ((sbyte)7).ToScalar().ToInt32());
        Assert.Equal(7, ((short)7).ToScalar().ToInt32());
        Assert.Equal(7, 7.ToScalar().ToInt32());
        Assert.Equal(7, 7L.ToScalar().ToInt32());
        Assert.Equal(7, ((Half)7).ToScalar().ToInt32());
        Assert.Equal(7, ((BFloat16)7f).ToScalar().ToInt32());
        Assert.Equal(7, 7f.ToScalar().ToInt32());
        Assert.Equal(7, 7d.ToScalar().ToInt32());
        Assert.Equal(1, true.ToScalar().ToInt32());
        Assert.Equal((7f, 1f), (7f, 1f).ToScalar().ToComplexFloat32());
        Assert.Equal(new Complex(7, 1), new Complex(7, 1).ToScalar().ToComplexFloat64());
        Assert.Equal(1.5, 1.5f.ToBFloat16Scalar().ToDouble());
    }

    [Fact]
    public void A_number_that_does_not_fit_is_refused()
    {
        Assert.Throws<OverflowException>(() => ((Scalar)300).ToByte());
        Assert.Throws<OverflowException>(() => ((Scalar)1e30).ToInt64());
    }

    [Fact]
    public void A_complex_scalar_with_an_imaginary_part_is_no_real_number() =>
        Assert.Contains("real part", Assert.Throws<InvalidOperationException>(() => ((Scalar)new Complex(1, 2)).ToDouble()).Message);

    [Fact]
    public void Code_that_treats_scalars_as_objects_runs()
    {
        Scalar? nothing = null;
        using Scalar one = 1;

        Assert.True(nothing is null);
        Assert.Null(nothing?.Type);
        Assert.True(one != null);
        Assert.Equal([0f, 1f, 1f], tensor([-1f, 1f, 3f]).clamp(0, one).data<float>().ToArray());
        Assert.Equal([0f, 1f, 3f], tensor([-1f, 1f, 3f]).clamp(0, nothing).data<float>().ToArray());
    }

    [Fact]
    public void A_missing_scalar_is_named() => Assert.Equal("other", Assert.Throws<ArgumentNullException>(() => ones(2) + (Scalar)null!).ParamName);

    [Fact]
    public void A_disposed_scalar_can_still_be_used()
    {
        Scalar two = 2;
        two.Dispose();

        Assert.Equal(4.0, (tensor(2.0) * two).ToDouble());
    }

    [Fact]
    public void Complex_numbers_reach_operators_and_come_back()
    {
        using var scope = NewDisposeScope();
        var product = tensor(new Complex(1, 2)) * (Scalar)new Complex(0, 1);

        Assert.Equal(new Complex(-2, 1), product.ToComplexFloat64());
        Assert.Equal(new Complex(-2, 1), product.item<Complex>());
        Assert.Equal((-2f, 1f), product.ToComplexFloat32());
    }

    [Fact]
    public void Scalars_write_themselves()
    {
        Assert.Equal("2.5", ((Scalar)2.5).ToString());
        Assert.Equal("-7", ((Scalar)(-7)).ToString());
        Assert.Equal("true", ((Scalar)true).ToString());
        Assert.Equal("<1; 2>", ((Scalar)new Complex(1, 2)).ToString());
    }
}
