using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>The layers of torch.nn that can be written: one line for each.</summary>
internal static class OnnxLayers
{
    public static IReadOnlyList<OnnxRule> Rules { get; } =
    [
        OnnxRule.For<Sequential>(Chain),
        OnnxRule.For<Linear>(LinearNodes.Linear),
        OnnxRule.For<Embedding>(LinearNodes.Embedding),
        OnnxRule.For<Conv1d>(ConvolutionNodes.Of),
        OnnxRule.For<Conv2d>(ConvolutionNodes.Of),
        OnnxRule.For<Conv3d>(ConvolutionNodes.Of),
        OnnxRule.For<ConvTranspose1d>(ConvolutionNodes.Of),
        OnnxRule.For<ConvTranspose2d>(ConvolutionNodes.Of),
        OnnxRule.For<ConvTranspose3d>(ConvolutionNodes.Of),
        OnnxRule.For<MaxPool1d>(PoolNodes.Max),
        OnnxRule.For<MaxPool2d>(PoolNodes.Max),
        OnnxRule.For<AvgPool1d>(PoolNodes.Mean),
        OnnxRule.For<AvgPool2d>(PoolNodes.Mean),
        OnnxRule.For<AdaptiveAvgPool1d>(PoolNodes.Adaptive),
        OnnxRule.For<AdaptiveAvgPool2d>(PoolNodes.Adaptive),
        OnnxRule.For<BatchNorm1d>(NormNodes.Batch),
        OnnxRule.For<BatchNorm2d>(NormNodes.Batch),
        OnnxRule.For<BatchNorm3d>(NormNodes.Batch),
        OnnxRule.For<LayerNorm>(NormNodes.Layer),
        OnnxRule.For<GroupNorm>(NormNodes.Group),
        OnnxRule.For<InstanceNorm2d>(NormNodes.Instance),
        OnnxRule.For<Flatten>(ShapeNodes.Flatten),
        OnnxRule.For<Unflatten>(ShapeNodes.Unflatten),
        OnnxRule.For<Upsample>(ResizeNodes.Of),
        OnnxRule.For<Identity>(Nothing),
        OnnxRule.For<Dropout>(Nothing),
        OnnxRule.For<Dropout1d>(Nothing),
        OnnxRule.For<Dropout2d>(Nothing),
        OnnxRule.For<Dropout3d>(Nothing),
        OnnxRule.For<AlphaDropout>(Nothing),
        OnnxRule.For<FeatureAlphaDropout>(Nothing),
        .. ActivationNodes.Rules,
    ];

    private static OnnxValue Nothing(OnnxScope scope, nn.Module module, OnnxValue input) => input;

    private static OnnxValue Chain(OnnxScope scope, Sequential chain, OnnxValue input)
    {
        string[] names = [.. chain.named_children().Select(child => child.name)];
        var value = input;
        for (int i = 0; i < chain.Count; i++)
        {
            if (chain[i] is not nn.Module<Tensor, Tensor> step)
                throw scope.Refusal(chain, $"its step {i} is no nn.Module<Tensor, Tensor>. Derive it from that");
            value = scope.Append(names.Length == chain.Count ? names[i] : $"{i}", step, value);
        }
        return value;
    }
}
