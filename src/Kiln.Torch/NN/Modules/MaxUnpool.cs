using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Puts the values of a maximum pooling back where they came from, among zeros.</summary>
/// <remarks>(N, C, L) and indices of the same shape to (N, C, L').</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.MaxUnpool1d.html"/>
public sealed class MaxUnpool1d : nn.Module<Tensor, Tensor, long[], Tensor>
{
    internal MaxUnpool1d(long kernel_size, long stride, long padding) : base(nameof(MaxUnpool1d)) =>
        (this.kernel_size, this.stride, this.padding) = (kernel_size, stride, padding);

    /// <summary>The size of the pooling's window.</summary>
    public long kernel_size { get; set; }

    /// <summary>The step of the pooling's window.</summary>
    public long stride { get; set; }

    /// <summary>The padding of the pooling.</summary>
    public long padding { get; set; }

    /// <summary>Puts values back.</summary>
    /// <param name="tensor">The values, (N, C, L).</param>
    /// <param name="indices">Their positions, from <c>forward_with_indices</c>.</param>
    /// <param name="output_size">The sizes of the output; null computes the smallest that fit.</param>
    /// <returns>(N, C, L'); the caller disposes it.</returns>
    public override Tensor forward(Tensor tensor, Tensor indices, long[]? output_size = null) =>
        nn.functional.max_unpool1d(tensor, indices, kernel_size, stride, padding, output_size);

    /// <inheritdoc cref="forward"/>
    public new Tensor call(Tensor tensor, Tensor indices, long[]? output_size = null) => base.call(tensor, indices, output_size!);

    private protected override string Extra => $"kernel_size=({Text.Of(kernel_size)},), stride=({Text.Of(stride)},), padding=({Text.Of(padding)},)";
}

/// <summary>Puts the values of a maximum pooling back where they came from, among zeros.</summary>
/// <remarks>(N, C, H, W) and indices of the same shape to (N, C, H', W').</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.MaxUnpool2d.html"/>
public sealed class MaxUnpool2d : nn.Module<Tensor, Tensor, long[], Tensor>
{
    internal MaxUnpool2d(long[] kernel_size, long[] stride, long[] padding) : base(nameof(MaxUnpool2d)) =>
        (this.kernel_size, this.stride, this.padding) = (kernel_size, stride, padding);

    /// <summary>The sizes of the pooling's window.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>The step of the pooling's window.</summary>
    public long[] stride { get; set; }

    /// <summary>The padding of the pooling.</summary>
    public long[] padding { get; set; }

    /// <summary>Puts values back.</summary>
    /// <param name="tensor">The values, (N, C, H, W).</param>
    /// <param name="indices">Their positions, from <c>forward_with_indices</c>.</param>
    /// <param name="output_size">The sizes of the output; null computes the smallest that fit.</param>
    /// <returns>(N, C, H', W'); the caller disposes it.</returns>
    public override Tensor forward(Tensor tensor, Tensor indices, long[]? output_size = null) =>
        nn.functional.max_unpool2d(tensor, indices, kernel_size, stride, padding, output_size);

    /// <inheritdoc cref="forward"/>
    public new Tensor call(Tensor tensor, Tensor indices, long[]? output_size = null) => base.call(tensor, indices, output_size!);

    private protected override string Extra => $"kernel_size={Text.Of(kernel_size)}, stride={Text.Of(stride)}, padding={Text.Of(padding)}";
}

/// <summary>Puts the values of a maximum pooling back where they came from, among zeros.</summary>
/// <remarks>(N, C, D, H, W) and indices of the same shape to (N, C, D', H', W').</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.MaxUnpool3d.html"/>
public sealed class MaxUnpool3d : nn.Module<Tensor, Tensor, long[], Tensor>
{
    internal MaxUnpool3d(long[] kernel_size, long[] stride, long[] padding) : base(nameof(MaxUnpool3d)) =>
        (this.kernel_size, this.stride, this.padding) = (kernel_size, stride, padding);

    /// <summary>The sizes of the pooling's window.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>The step of the pooling's window.</summary>
    public long[] stride { get; set; }

    /// <summary>The padding of the pooling.</summary>
    public long[] padding { get; set; }

    /// <summary>Puts values back.</summary>
    /// <param name="tensor">The values, (N, C, D, H, W).</param>
    /// <param name="indices">Their positions, from <c>forward_with_indices</c>.</param>
    /// <param name="output_size">The sizes of the output; null computes the smallest that fit.</param>
    /// <returns>(N, C, D', H', W'); the caller disposes it.</returns>
    public override Tensor forward(Tensor tensor, Tensor indices, long[]? output_size = null) =>
        nn.functional.max_unpool3d(tensor, indices, kernel_size, stride, padding, output_size);

    /// <inheritdoc cref="forward"/>
    public new Tensor call(Tensor tensor, Tensor indices, long[]? output_size = null) => base.call(tensor, indices, output_size!);

    private protected override string Extra => $"kernel_size={Text.Of(kernel_size)}, stride={Text.Of(stride)}, padding={Text.Of(padding)}";
}
