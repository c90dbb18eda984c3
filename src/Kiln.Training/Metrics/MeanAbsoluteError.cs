using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Mean absolute error, in the target's own unit.</summary>
internal static class MeanAbsoluteError
{
    public static Metric Metric { get; } = new("mae", "target", false, "mean size of an error")
    {
        Targets = [TargetKind.Numbers],
        Start = data =>
        {
            Tensor unit = data.TargetUnits();
            return new MeanMeter((output, targets) => ((output - targets).mul(unit).abs().sum(), targets.numel()));
        },
    };
}
