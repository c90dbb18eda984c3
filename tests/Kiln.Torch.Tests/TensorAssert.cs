using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests;

internal static class TensorAssert
{
    /// <summary>Same type, same sizes, elements within the tolerance; NaN equals NaN.</summary>
    public static void Close(Tensor expected, Tensor actual, double rtol = 1e-5, double atol = 1e-6)
    {
        Assert.Equal(expected.dtype, actual.dtype);
        Assert.Equal(expected.shape, actual.shape);
        Assert.True(actual.allclose(expected, rtol, atol, equal_nan: true), $"expected\n{expected.npstr()}\ngot\n{actual.npstr()}");
    }

    /// <summary>Same type, same sizes, same elements to the last bit.</summary>
    public static void Same(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.dtype, actual.dtype);
        Assert.Equal(expected.shape, actual.shape);
        Assert.True(actual.Equals(expected), $"expected\n{expected.npstr()}\ngot\n{actual.npstr()}");
    }
}
