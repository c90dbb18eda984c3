using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>What one run tries to reach: its task with loss and metrics, as its options and data ask.</summary>
internal sealed class Objective
{
    private readonly DataSet _data;
    private readonly LossFunction _loss;

    /// <summary>Finds the parts by their names.</summary>
    /// <exception cref="ArgumentException">A name is unknown, or does not fit the data.</exception>
    public Objective(TrainOptions options, DataSet data)
    {
        _data = data;
        Task = LearningTasks.Find(options.Task, data);
        _loss = Losses.For(Task, options, data);
        Metrics = [.. MetricTable.For(Task, options.Metrics)];
    }

    public LearningTask Task { get; }

    /// <summary>The first one judges an epoch; where there is none, the loss does.</summary>
    public ImmutableArray<Metric> Metrics { get; }

    /// <summary>Scalar mean loss of a batch.</summary>
    public Tensor Loss(Tensor output, Batch batch) => _loss(output, Task.TargetsOf(batch));

    /// <summary>Starts measuring a split by all metrics.</summary>
    public Meters StartMeters() => new(Metrics, _data);

    /// <summary>Starts measuring by the metric that judges an epoch; by none where the loss does.</summary>
    public Meters StartFirstMeter() => new(Metrics.Length == 0 ? [] : [Metrics[0]], _data);
}
