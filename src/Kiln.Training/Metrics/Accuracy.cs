using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Share of right answers: of classes or tokens whose logit is the largest, of labels on the right side of 0.5.</summary>
internal static class Accuracy
{
    public static Metric Metric { get; } = new("accuracy", "fraction", true, "share of right answers") 
    {
        Targets = [TargetKind.Class, TargetKind.Labels, TargetKind.Tokens],
        Start = _ => new MeanMeter(Right),
    };

    private static (Tensor, long) Right(Tensor output, Tensor targets)
    {
        Tensor right = targets.is_floating_point() ? output.gt(0).eq(targets.gt(0.5)) : output.argmax(-1).eq(targets);
        return (right.sum(), targets.numel());
    }
}
