using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Classes out of targets that may be probabilities, as those of mixed examples are.</summary>
internal static class HardTargets
{
    /// <summary>(N) or (N, T) int64 classes of targets that are classes already or (N, K) probabilities.</summary>
    public static Tensor Of(Tensor targets) => targets.is_floating_point() ? targets.argmax(-1) : targets;
}
