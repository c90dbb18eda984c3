using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Joins a range of dimensions into one.</summary>
/// <remarks>Input (N, *), output (N, D) with the default arguments. Source: PyTorch, torch.nn.Flatten.</remarks>
public sealed class Flatten : ParameterLessModule<Tensor, Tensor>
{
    internal Flatten(long startDim, long endDim) : base(nameof(Flatten))
    {
        start_dim = startDim;
        end_dim = endDim;
    }

    /// <summary>The first dimension to join.</summary>
    public long start_dim { get; set; }

    /// <summary>The last dimension to join; negative numbers count from the end.</summary>
    public long end_dim { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => Ops.flatten(input, start_dim, end_dim);

    private protected override string Extra => string.Create(CultureInfo.InvariantCulture, $"start_dim={start_dim}, end_dim={end_dim}");
}
