using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>(N, *) to (N, sizes), the same numbers in the same order.</summary>
internal sealed class Reshaped(long[] sizes) : nn.Module<Tensor, Tensor>("ReshapeTo")
{
    public override Tensor forward(Tensor input) => input.reshape([input.shape[0], .. sizes]);
}

/// <summary>The sizes of each example in another order.</summary>
internal sealed class Permuted(long[] order) : nn.Module<Tensor, Tensor>("Permute")
{
    private readonly long[] _order = [0, .. order.Select(place => place + 1)];

    public override Tensor forward(Tensor input) => input.permute(_order);
}
