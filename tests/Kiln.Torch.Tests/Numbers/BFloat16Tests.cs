using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Numbers;

public class BFloat16Tests
{
    [Fact]
    public void Rounding_is_libtorchs_own()
    {
        using var scope = NewDisposeScope();
        float[] numbers = [1f, 1.00390625f, 1.01171875f, -3.14159f, 1e-40f, 3.4e38f, float.PositiveInfinity, 0f, 65504f, 1f / 3];
        var rounded = tensor(numbers).to_type(ScalarType.BFloat16);

        Assert.Equal(rounded.data<BFloat16>().ToArray(), numbers.Select(number => (BFloat16)number));
        Assert.Equal(rounded.to_type(ScalarType.Float32).data<float>().ToArray(), numbers.Select(number => ((BFloat16)number).ToSingle()));
    }

    [Fact]
    public void NaN_stays_NaN()
    {
        var quiet = (BFloat16)BitConverter.UInt32BitsToSingle(0x7F800001);

        Assert.True(BFloat16.IsNaN(quiet));
        Assert.True(BFloat16.IsNaN(BFloat16.NaN));
        Assert.False(BFloat16.IsFinite(quiet));
        Assert.False(quiet == BFloat16.NaN);
        Assert.True(quiet != BFloat16.NaN);
    }

    [Fact]
    public void Arithmetic_rounds_every_result()
    {
        var big = (BFloat16)256f;
        var one = BFloat16.One;

        Assert.Equal(256f, (big + one).ToSingle());
        Assert.Equal(-255f, (one - big).ToSingle());
        Assert.Equal(256f, (big * one).ToSingle());
        Assert.Equal((BFloat16)(1f / 256), one / big);
        Assert.Equal(1f, ((BFloat16)5f % (BFloat16)2f).ToSingle());
        Assert.Equal(-1f, (-one).ToSingle());
    }

    [Fact]
    public void Numbers_are_ordered()
    {
        BFloat16 one = BFloat16.One, two = (BFloat16)2.0;

        Assert.True(one < two && two > one && one <= two && two >= one && one != two);
        Assert.Equal(-1, one.CompareTo(two));
        Assert.Equal(1, one.CompareTo(null));
        Assert.Equal(0, one.CompareTo((object)one));
        Assert.Throws<ArgumentException>(() => one.CompareTo("one"));
        Assert.True(one.Equals((object)BFloat16.FromRawValue(0x3F80)));
        Assert.Equal(one.GetHashCode(), BFloat16.One.GetHashCode());
    }

    [Fact]
    public void The_limits_are_those_of_the_format()
    {
        Assert.Equal(finfo(bfloat16).max, (double)BFloat16.MaxValue);
        Assert.Equal(finfo(bfloat16).min, (double)BFloat16.MinValue);
        Assert.Equal(finfo(bfloat16).tiny, (double)BFloat16.Epsilon);
        Assert.True(BFloat16.IsPositiveInfinity(BFloat16.PositiveInfinity) && BFloat16.IsInfinity(BFloat16.NegativeInfinity));
        Assert.True(BFloat16.IsNegativeInfinity(-BFloat16.PositiveInfinity));
        Assert.True(BFloat16.SmallestSubnormal > BFloat16.Zero);
        Assert.Equal(0f, (float)BFloat16.Zero);
    }

    [Fact]
    public void A_number_is_written_as_a_single() =>
        Assert.Equal("3.14", ((BFloat16)3.14f).ToString("0.00", CultureInfo.InvariantCulture));
}
