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

    /// <summary>Scalar mean loss of a batch: of the task, or the sum of the losses that a module computes itself.</summary>
    /// <param name="module">The module.</param>
    /// <param name="batch">The examples.</param>
    /// <param name="output">What the module gave, for metrics; null where it computes its own losses.</param>
    public Tensor LossOf(nn.Module<Tensor, Tensor> module, Batch batch, out Tensor? output)
    {
        output = null;
        if (module is IOwnLosses own) return own.Parts.Select(part => part.Loss(batch)).Aggregate((sum, loss) => sum + loss);
        output = module.call(batch.Inputs);
        return Loss(output, batch);
    }

    /// <summary>The metrics of a module: none where it computes its own losses, because nobody knows what its output is compared with.</summary>
    public ImmutableArray<Metric> MetricsOf(nn.Module module) => module is IOwnLosses ? [] : Metrics;

    /// <summary>Starts measuring a split by all metrics.</summary>
    public Meters StartMeters(nn.Module module) => new(MetricsOf(module), _data);

    /// <summary>Starts measuring by the metric that judges an epoch; by none where the loss does.</summary>
    public Meters StartFirstMeter(nn.Module module) => new(MetricsOf(module) is [var first, ..] ? [first] : [], _data);
}
