using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>Functions of single values.</summary>
internal static class ActivationNodes
{
    public static IReadOnlyList<OnnxRule> Rules { get; } =
    [
        OnnxRule.For<ReLU>((scope, _, x) => scope.Node("Relu", [x])),
        OnnxRule.For<ReLU6>((scope, _, x) => Clip(scope, x, 0, 6)),
        OnnxRule.For<LeakyReLU>((scope, layer, x) => scope.Node("LeakyRelu", [x], OnnxAttribute.Of("alpha", layer.negative_slope))),
        OnnxRule.For<ELU>((scope, layer, x) => scope.Node("Elu", [x], OnnxAttribute.Of("alpha", layer.alpha))),
        OnnxRule.For<SELU>((scope, _, x) => scope.Node("Selu", [x])),
        OnnxRule.For<PReLU>(PRelu),
        OnnxRule.For<Sigmoid>((scope, _, x) => scope.Node("Sigmoid", [x])),
        OnnxRule.For<Tanh>((scope, _, x) => scope.Node("Tanh", [x])),
        OnnxRule.For<Hardtanh>((scope, layer, x) => Clip(scope, x, layer.min_val, layer.max_val)),
        OnnxRule.For<SiLU>((scope, _, x) => scope.Node("Mul", [x, scope.Node("Sigmoid", [x])])),
        OnnxRule.For<Mish>((scope, _, x) => scope.Node("Mul", [x, scope.Node("Tanh", [scope.Node("Softplus", [x])])])),
        OnnxRule.For<Hardswish>((scope, _, x) => scope.Node("HardSwish", [x])),
        OnnxRule.For<GELU>(Gelu),
        OnnxRule.For<Softplus>(Softplus),
        OnnxRule.For<Softsign>((scope, _, x) => scope.Node("Softsign", [x])),
        OnnxRule.For<Softmax>((scope, layer, x) => scope.Node("Softmax", [x], OnnxAttribute.Of("axis", layer.dim))),
        OnnxRule.For<LogSoftmax>((scope, layer, x) => scope.Node("LogSoftmax", [x], OnnxAttribute.Of("axis", layer.dim))),
    ];

    private static OnnxValue Clip(OnnxScope scope, OnnxValue x, double low, double high) =>
        scope.Node("Clip", [x, scope.Constant("low", (float)low), scope.Constant("high", (float)high)]);

    // One slope for all, or one for each channel: (C) as (C, 1, 1).
    private static OnnxValue PRelu(OnnxScope scope, PReLU layer, OnnxValue x)
    {
        long slopes = layer.weight.numel();
        long[] shape = slopes == 1 ? [1] : [slopes, .. x.Shape.Skip(2).Select(_ => 1L)];
        return scope.Node("PRelu", [x, scope.Weight("weight", layer.weight.reshape(shape))]);
    }

    private static OnnxValue Softplus(OnnxScope scope, Softplus layer, OnnxValue x) =>
        layer.beta == 1 ? scope.Node("Softplus", [x]) : throw scope.Refusal(layer, "ONNX has no beta. Use 1");

    // TorchSharp does not tell which of the two formulas a module computes, but its value at 1 does: .8413 or .8412.
    private static OnnxValue Gelu(OnnxScope scope, GELU layer, OnnxValue x)
    {
        bool exact = Math.Abs(layer.call(ones(1)).item<float>() - 0.8413447) < 5e-5;
        var half = scope.Node("Mul", [x, scope.Constant("half", 0.5f)]);
        var curve = exact ? scope.Node("Erf", [scope.Node("Mul", [x, scope.Constant("scale", (float)(1 / Math.Sqrt(2)))])]) : TanhCurve(scope, x);
        return scope.Node("Mul", [half, scope.Node("Add", [curve, scope.Constant("one", 1f)])]);
    }

    // tanh(√(2/π) (x + 0.044715 x³)), Hendrycks and Gimpel 2016.
    private static OnnxValue TanhCurve(OnnxScope scope, OnnxValue x)
    {
        var cube = scope.Node("Mul", [scope.Node("Mul", [x, x]), x]);
        var sum = scope.Node("Add", [x, scope.Node("Mul", [cube, scope.Constant("cubic", 0.044715f)])]);
        return scope.Node("Tanh", [scope.Node("Mul", [sum, scope.Constant("scale", (float)Math.Sqrt(2 / Math.PI))])]);
    }
}
