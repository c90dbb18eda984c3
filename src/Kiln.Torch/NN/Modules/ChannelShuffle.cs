using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed partial class ChannelShuffle
{
    // libtorch 1.13's own operator has no derivative.
    private Tensor Shuffled(Tensor input)
    {
        var shape = input.shape;
        if (shape.Length < 3 || groups < 1 || shape[1] % groups != 0)
            throw new ArgumentException($"ChannelShuffle: expected (N, C, *) with C divisible by {groups} groups, got {Text.Of(shape)}.", nameof(input));
        using var scope = NewDisposeScope();
        var split = Ops.reshape(input, [shape[0], groups, shape[1] / groups, .. shape[2..]]);
        return Ops.reshape(Ops.transpose(split, 1, 2), shape).MoveToOuterDisposeScope();
    }
}
