using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>How the values of a channel become one.</summary>
internal enum ChannelPool
{
    Mean,
    Maximum,
}

/// <summary>(N, C, *) to (N, C): one number per channel.</summary>
internal sealed class Pooled(int sizes, ChannelPool how) : nn.Module<Tensor, Tensor>(how == ChannelPool.Mean ? "GlobalAvgPool" : "GlobalMaxPool")
{
    private readonly long[] _dimensions = [.. Enumerable.Range(2, sizes - 1).Select(i => (long)i)];

    public ChannelPool How { get; } = how;

    public override Tensor forward(Tensor input) => How == ChannelPool.Mean ? input.mean(_dimensions) : input.amax(_dimensions);
}

/// <summary>Which step stands for a sequence.</summary>
internal enum StepChoice
{
    Last,
    Mean,
}

/// <summary>(N, T, D) to (N, D).</summary>
internal sealed class OneStep(StepChoice choice) : nn.Module<Tensor, Tensor>(choice == StepChoice.Last ? "LastStep" : "MeanOverSteps")
{
    public StepChoice Choice { get; } = choice;

    public override Tensor forward(Tensor input) => Choice == StepChoice.Last ? input.select(1, input.shape[1] - 1) : input.mean([1L]);
}
