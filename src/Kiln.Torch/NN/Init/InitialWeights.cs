using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The default draws of PyTorch's layers, in PyTorch's order and arithmetic: the same seed gives the same weights, digit for digit.</summary>
internal static class InitialWeights
{
    public static Parameter Empty(long[] shape, Device? device, ScalarType? dtype)
    {
        using var scope = NewDisposeScope();
        return Detached(new Parameter(empty(shape, dtype: dtype, device: device)));
    }

    public static Parameter Filled(long[] shape, double value, Device? device, ScalarType? dtype)
    {
        using var scope = NewDisposeScope();
        return Detached(new Parameter(full(shape, value, dtype: dtype, device: device)));
    }

    /// <summary>kaiming_uniform_(a = √5), which PyTorch's Linear and convolutions use.</summary>
    public static void KaimingUniform(Tensor weight)
    {
        using var _ = no_grad();
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
    }

    /// <summary>Draws a bias from ±1/√(fan in of its weight).</summary>
    public static void UniformByFanIn(Tensor bias, Tensor weight)
    {
        using var _ = no_grad();
        var (fanIn, _) = nn.init.CalculateFanInAndFanOut(weight);
        if (fanIn == 0) return;
        double bound = 1 / Math.Sqrt(fanIn);
        Ops.uniform_(bias, -bound, bound);
    }

    /// <summary>Draws all parameters from ±bound, in their order.</summary>
    public static void Uniform(IEnumerable<Parameter> parameters, double bound)
    {
        using var _ = no_grad();
        foreach (var parameter in parameters) Ops.uniform_(parameter, -bound, bound);
    }

    // Whoever builds a layer inside a dispose scope wants the layer to live on.
    private static Parameter Detached(Parameter parameter)
    {
        parameter.DetachFromDisposeScope();
        return parameter;
    }
}
