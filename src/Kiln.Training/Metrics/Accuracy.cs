using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Share of right answers: of classes or tokens whose logit is the largest, of labels on the right side of 0.5.</summary>
internal static class Accuracy
{
    public static Metric Metric { get; } = new("accuracy", "fraction", true, "share of right answers")
    {
        Targets = [TargetKind.Class, TargetKind.Labels, TargetKind.Tokens],
        Start = data => data.Kind == TargetKind.Labels ? new MeanMeter(RightLabels) : new RightClassesMeter(),
    };

    private static (Tensor, long) RightLabels(Tensor output, Tensor targets) => (output.gt(0).eq(targets.gt(0.5)).sum(), targets.numel());
}
