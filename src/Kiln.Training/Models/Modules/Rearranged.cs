using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>(N, *) to (N, sizes), the same numbers in the same order.</summary>
internal sealed class Reshaped(long[] sizes) : nn.Module<Tensor, Tensor>("ReshapeTo")
{
    public long[] Sizes { get; } = sizes;

    public override Tensor forward(Tensor input) => input.reshape([input.shape[0], .. Sizes]);
}

/// <summary>The sizes of each example in another order.</summary>
internal sealed class Permuted(long[] order) : nn.Module<Tensor, Tensor>("Permute")
{
    /// <summary>The places of a batch's sizes, the examples first.</summary>
    public long[] Order { get; } = [0, .. order.Select(place => place + 1)];

    public override Tensor forward(Tensor input) => input.permute(Order);
}
