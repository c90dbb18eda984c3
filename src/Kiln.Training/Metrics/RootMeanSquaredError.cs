using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Square root of the mean squared error, in the target's own unit.</summary>
internal static class RootMeanSquaredError
{
    public static Metric Metric { get; } = new("rmse", "target", false, "typical size of an error, large ones weighing more")
    {
        Targets = [TargetKind.Numbers],
        Start = data =>
        {
            Tensor unit = data.TargetUnits();
            return new MeanMeter((output, targets) => ((output - targets).mul(unit).square().sum(), targets.numel()), Math.Sqrt);
        },
    };
}
