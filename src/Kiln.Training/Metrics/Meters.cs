using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Several metrics over the same outputs. Belongs to the dispose scope it was made in.</summary>
internal sealed class Meters(ImmutableArray<Metric> metrics, DataSet data)
{
    private readonly ImmutableArray<MetricMeter> _meters = [.. metrics.Select(metric => metric.Start(data))];

    /// <summary>Takes in a batch.</summary>
    public void Add(Tensor output, Tensor targets)
    {
        if (_meters.IsEmpty) return;
        using var noGrad = no_grad();
        foreach (MetricMeter meter in _meters) meter.Add(output, targets);
    }

    /// <summary>Whether no metric gains anything from taking in several such batches at once.</summary>
    public bool AreQuickFor(Tensor output, Tensor targets)
    {
        foreach (MetricMeter meter in _meters)
        {
            if (!meter.IsQuickFor(output, targets)) return false;
        }
        return true;
    }

    /// <summary>The figures by the metrics' names.</summary>
    public ImmutableArray<KeyValuePair<string, double>> Values() =>
        [.. metrics.Zip(_meters, (metric, meter) => KeyValuePair.Create(metric.Name, meter.Value))];
}
