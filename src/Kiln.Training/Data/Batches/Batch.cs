using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Examples that go through a model together.</summary>
/// <param name="Inputs">(N, *) float32, or int64 tokens.</param>
/// <param name="Targets">(N) classes, (N, M) numbers, (N, K) labels or (N, T) tokens.</param>
public sealed record Batch(Tensor Inputs, Tensor Targets)
{
    /// <summary>N.</summary>
    public long Count => Inputs.shape[0];
}
