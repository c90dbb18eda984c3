using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The mean over windows chosen so that the output has a given size.</summary>
/// <remarks>Input (N, C, H, W) or (C, H, W), output (…, output_size). Source: PyTorch, torch.nn.AdaptiveAvgPool2d.</remarks>
public sealed class AdaptiveAvgPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal AdaptiveAvgPool2d(long[] outputSize) : base(nameof(AdaptiveAvgPool2d)) => output_size = outputSize;

    /// <summary>Height and width of the output.</summary>
    public long[] output_size { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => Ops.adaptive_avg_pool2d(input, output_size);

    private protected override string Extra => string.Create(CultureInfo.InvariantCulture, $"output_size={Text.Of(output_size)}");
}
