using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Measures a module on a split, batch by batch; only numbers to predict are kept one by one.</summary>
public static class SplitEvaluation
{
    private const int BatchSize = 500;

    /// <summary>Measures a module by every metric of its task.</summary>
    /// <param name="module">The module; its mode is afterwards what it was.</param>
    /// <param name="data">The data set it was trained on.</param>
    /// <param name="split">train, validation or test.</param>
    /// <param name="options">How it was trained: task, loss and metrics asked for; null takes the defaults.</param>
    /// <param name="cancellationToken">Gives up between two batches.</param>
    /// <returns>The figures.</returns>
    /// <exception cref="ArgumentException">The split does not exist or is empty.</exception>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public static ModelEvaluation Of(
        nn.Module<Tensor, Tensor> module, DataSet data, string split = "test", TrainOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(data);
        DataSplit part = data.SplitNamed(split);
        options ??= new TrainOptions();
        var objective = new Objective(options, data);
        // What a module with losses of its own gives is compared with nothing that is known here.
        LearningTask task = module is IOwnLosses ? LearningTasks.Autoencoding : objective.Task;
        ImmutableArray<Metric> metrics = module is IOwnLosses ? [] : [.. Wanted(objective, data)];
        using var inference = new InferenceScope(module);
        var sums = new Sums(data, objective, task, metrics);
        Tensor rows = tensor(part.Indices.ToArray());
        for (int start = 0; start < part.Count; start += BatchSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var batchScope = NewDisposeScope();
            Batch batch = data.Gather(rows.narrow(0, start, Math.Min(BatchSize, part.Count - start)));
            sums.Add(module, batch);
        }
        return sums.ToEvaluation(part);
    }

    /// <summary>All that are defined, but guesses among more classes than there are; those asked for come first.</summary>
    private static IEnumerable<Metric> Wanted(Objective objective, DataSet data) => objective.Metrics
        .Concat(MetricTable.Defined(objective.Task).Where(metric => !metric.Name.StartsWith("top", StringComparison.Ordinal) || data.TargetNames.Length > 5))
        .DistinctBy(metric => metric.Name);

    private sealed class Sums(DataSet data, Objective objective, LearningTask task, ImmutableArray<Metric> metrics)
    {
        private readonly Meters _meters = new(metrics, data);
        private readonly ClassHitsMeter? _hits = task.Targets is TargetKind.Class or TargetKind.Labels ? new ClassHitsMeter(data, _ => 0) : null;
        private readonly Tensor? _confusion = task.Targets == TargetKind.Class ? zeros(data.Classes * data.Classes, ScalarType.Int64) : null;
        private readonly List<float> _truths = [], _predictions = [];
        private double _loss;

        public void Add(nn.Module<Tensor, Tensor> module, Batch batch)
        {
            _loss += objective.LossOf(module, batch, out Tensor? output).item<float>() * batch.Count;
            if (output is null) return;
            _meters.Add(output, batch.Targets);
            _hits?.Add(output, batch.Targets);
            _confusion?.add_((batch.Targets * data.Classes + output.argmax(1)).bincount(null, data.Classes * data.Classes));
            if (task.Targets != TargetKind.Numbers) return;
            _truths.AddRange(data.TargetScaling.Undo(batch.Targets));
            _predictions.AddRange(data.TargetScaling.Undo(output));
        }

        public ModelEvaluation ToEvaluation(DataSplit part)
        {
            ClassHits? hits = _hits?.Hits;
            var values = _meters.Values().ToDictionary(pair => pair.Key, pair => pair.Value);
            return new ModelEvaluation
            {
                Data = data.Name,
                Split = part.Name,
                Task = task,
                Count = part.Count,
                Loss = _loss / part.Count,
                Metrics = [.. metrics.Where(metric => values.ContainsKey(metric.Name)).Select(metric => new MetricValue(metric, values[metric.Name]))],
                TargetNames = data.TargetNames,
                Accuracy = _confusion is not null ? new Rate(hits!.Right.Sum(), part.Count) : null,
                Classes = hits is null ? [] : [.. ClassScore.All(hits, data.TargetNames)],
                Confusion = _confusion is null ? [] : [.. _confusion.data<long>()],
                Residuals = [.. Enumerable.Range(0, _truths.Count == 0 ? 0 : data.TargetNames.Length).Select(ResidualsOf)],
                Truths = [.. _truths],
                Predictions = [.. _predictions],
            };
        }

        private ResidualSummary ResidualsOf(int column)
        {
            int columns = data.TargetNames.Length;
            return ResidualSummary.Of(data.TargetNames[column],
                [.. Enumerable.Range(0, _truths.Count / columns).Select(i => (double)_predictions[i * columns + column] - _truths[i * columns + column])]);
        }
    }
}
