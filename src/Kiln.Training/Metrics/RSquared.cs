using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>1 - (squared error) / (squared deviation of the targets from their mean), mean over the columns.</summary>
internal static class RSquared
{
    public static Metric Metric { get; } = new("r2", "fraction", true, "share of the targets' variance that is explained; negative where the mean would do better")
    {
        Targets = [TargetKind.Numbers],
        Start = data => new RSquaredMeter(data.TargetNames.Length),
    };
}

/// <summary>Sums of errors and of targets, column by column, in double precision.</summary>
internal sealed class RSquaredMeter(int columns) : MetricMeter
{
    private readonly Tensor _errors = zeros(columns, ScalarType.Float64);
    private readonly Tensor _sums = zeros(columns, ScalarType.Float64);
    private readonly Tensor _squares = zeros(columns, ScalarType.Float64);
    private readonly Tensor _shift = zeros(columns, ScalarType.Float64);
    private long _count;

    public override double Value
    {
        get
        {
            if (_count < 2) return double.NaN;
            double[] errors = [.. _errors.data<double>()], sums = [.. _sums.data<double>()], squares = [.. _squares.data<double>()];
            return errors.Select((error, c) => Of(error, squares[c] - sums[c] * sums[c] / _count)).Average();
        }
    }

    public override void Add(Tensor output, Tensor targets)
    {
        Tensor truth = targets.to(ScalarType.Float64);
        // Targets far from zero would lose their variance to rounding: they are counted from the first batch's mean.
        if (_count == 0) _shift.copy_(truth.mean([0]));
        Tensor shifted = truth - _shift;
        _errors.add_((output.to(ScalarType.Float64) - truth).square().sum(0));
        _sums.add_(shifted.sum(0));
        _squares.add_(shifted.square().sum(0));
        _count += targets.shape[0];
    }

    // As scikit-learn: targets that are all alike are explained wholly or not at all.
    private static double Of(double error, double deviation) => deviation > 0 ? 1 - error / deviation : error == 0 ? 1 : 0;
}
