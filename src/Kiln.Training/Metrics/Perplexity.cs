using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>exp of the mean cross entropy: among how many equally likely tokens the model wavers.</summary>
internal static class Perplexity
{
    public static Metric Metric { get; } = new("perplexity", "", false, "among how many equally likely tokens the model wavers")
    {
        Targets = [TargetKind.Tokens],
        Start = _ => new MeanMeter(Surprise, Math.Exp),
    };

    private static (Tensor, long) Surprise(Tensor output, Tensor targets) =>
        (nn.functional.cross_entropy(output.reshape(-1, output.shape[^1]), targets.flatten(), reduction: nn.Reduction.Sum), targets.numel());
}
