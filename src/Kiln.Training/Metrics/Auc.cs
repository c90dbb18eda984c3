using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Area under the ROC curve: of two classes for the second; of more, and of labels, each against the rest, mean over them.</summary>
internal static class Auc
{
    public static Metric Metric { get; } = new("auc", "fraction", true, "probability that a member of a class scores above others; mean over classes")
    {
        Targets = [TargetKind.Class, TargetKind.Labels],
        Start = data => new AucMeter(data.Kind == TargetKind.Labels),
    };
}

/// <summary>Keeps the scores of a split and ranks them at its end.</summary>
internal sealed class AucMeter(bool labels) : MetricMeter
{
    private readonly Tensor _anchor = zeros(1);
    private readonly List<(Tensor Scores, Tensor Truth)> _batches = [];

    public override double Value
    {
        get
        {
            if (_batches.Count == 0) return double.NaN;
            using var scope = NewDisposeScope();
            Tensor scores = cat([.. _batches.Select(batch => batch.Scores)], 0);
            Tensor truth = cat([.. _batches.Select(batch => batch.Truth)], 0);
            // With two classes the areas of both are the same.
            int first = !labels && scores.shape[1] == 2 ? 1 : 0;
            double[] areas = [.. Enumerable.Range(first, (int)scores.shape[1] - first).Select(k => AreaOf(scores, truth, k)).Where(double.IsFinite)];
            return areas.Length == 0 ? double.NaN : areas.Average();
        }
    }

    public override void Add(Tensor output, Tensor targets)
    {
        // Logits of different examples cannot be compared; probabilities can.
        Tensor scores = labels ? output.clone() : output.softmax(1);
        Tensor truth = labels ? targets.gt(0.5) : HardTargets.Of(targets).clone();
        _batches.Add((scores.MoveToOtherDisposeScope(_anchor), truth.MoveToOtherDisposeScope(_anchor)));
    }

    private double AreaOf(Tensor scores, Tensor truth, int k)
    {
        Tensor positive = labels ? truth.select(1, k) : truth.eq(k);
        return RankArea.Of(scores.select(1, k).to(ScalarType.Float32).contiguous().data<float>().ToArray(), positive.contiguous().data<bool>().ToArray());
    }
}
