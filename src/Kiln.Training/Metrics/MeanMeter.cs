using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>A mean over examples (or steps, or labels), from a sum for each batch, put into its final form at the end.</summary>
internal sealed class MeanMeter(Func<Tensor, Tensor, (Tensor Sum, long Count)> measure, Func<double, double>? final = null) : MetricMeter
{
    private readonly Tensor _sum = zeros(1, ScalarType.Float64);
    private long _count;

    public override double Value => _count == 0 ? double.NaN : (final ?? (mean => mean))(_sum.item<double>() / _count);

    public override void Add(Tensor output, Tensor targets)
    {
        (Tensor sum, long count) = measure(output, targets);
        _sum.add_(sum);
        _count += count;
    }
}
