using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Splits one dimension into several.</summary>
/// <remarks>(*, D, *) to (*, unflattened_size, *).</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.Unflatten.html"/>
public sealed class Unflatten : ParameterLessModule<Tensor, Tensor>
{
    internal Unflatten(long dim, long[] unflattened_size) : base(nameof(Unflatten))
    {
        this.dim = dim;
        this.unflattened_size = unflattened_size;
    }

    /// <summary>The dimension to split.</summary>
    public long dim { get; set; }

    /// <summary>The sizes it becomes; one may be -1.</summary>
    public long[] unflattened_size { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        var shape = input.shape;
        long at = dim < 0 ? dim + shape.Length : dim;
        if (at < 0 || at >= shape.Length)
            throw new ArgumentException($"Unflatten: expected dim {dim} in the input, got shape {Text.Of(shape)}.", nameof(input));
        return Ops.reshape(input, [.. shape[..(int)at], .. unflattened_size, .. shape[((int)at + 1)..]]);
    }

    private protected override string Extra => string.Create(CultureInfo.InvariantCulture, $"dim={dim}, unflattened_size={Text.Of(unflattened_size)}");
}
