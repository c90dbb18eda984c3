using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Mean squared error, in the square of the target's own unit.</summary>
internal static class MeanSquaredError
{
    public static Metric Metric { get; } = new("mse", "target²", false, "mean of the squared errors")
    {
        Targets = [TargetKind.Numbers],
        Start = data =>
        {
            Tensor unit = data.TargetUnits();
            return new MeanMeter((output, targets) => ((output - targets).mul(unit).square().sum(), targets.numel()));
        },
    };
}
