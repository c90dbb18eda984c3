using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

/// <summary>How models are compared.</summary>
public sealed record CompareOptions
{
    private const string Auto = "auto";

    /// <summary>Number of seeds each arm must have (on each fold or data set); missing ones are trained. Default: none, only existing runs are used.</summary>
    public int? Seeds { get; init; }

    /// <summary>
    /// What is compared, such as <c>test_f1</c> or <c>val_loss</c>; default <c>auto</c>: what the data set's task is judged by, on its test
    /// split: <c>test_accuracy</c> of classes. Over test examples only accuracy and loss.
    /// </summary>
    public string Metric { get; init; } = Auto;

    /// <summary>
    /// What pairs have in common: seed, fold or test example. Default: what the data allow: folds where the data set is one of several
    /// folds that all models were trained on, seeds where they share at least two or more are asked for, else test examples.
    /// </summary>
    public Pairing? Paired { get; init; }

    /// <summary>Differences smaller than this count as practically the same, in the unit of the metric; default: 0.005.</summary>
    public double Rope { get; init; } = 0.005;

    /// <summary>Two-sided level of the test, 0..1; the interval covers 1 - alpha. Default: 0.05.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>How missing runs are trained; default: as the newest run of each arm was, else the defaults of training.</summary>
    public TrainOptions? Train { get; init; }

    /// <summary>What is changed in these options, as one learning rate for all arms that are models; default: nothing.</summary>
    public Func<TrainOptions, TrainOptions>? Change { get; init; }

    /// <summary>The arm that the others are compared with, instead of every two: fewer comparisons need fewer seeds. Default: none.</summary>
    public string? Baseline { get; init; }

    /// <summary>The first seed; arms share seeds, so that pairs differ in the model alone. Default: 0.</summary>
    public long FirstSeed { get; init; }

    /// <summary>The options with the metric that a data set asks for.</summary>
    internal CompareOptions For(DataSet data) => Metric != Auto
        ? this
        : this with { Metric = MetricNames.Of("test", LearningTasks.Find((Train ?? new TrainOptions()).Task, data).JudgedBy ?? "loss") };

    /// <summary>Refuses what no comparison could be made with, before anything is trained.</summary>
    /// <exception cref="LabException">A number is outside its range, or there is no such metric.</exception>
    internal void Check(LabWorkspace workspace)
    {
        if (Seeds < 1) throw new LabException($"Comparing: expected --seeds of at least 1, got {Seeds}. 6 allow a verdict.");
        if (!(Alpha is > 0 and < 1)) throw new LabException(FormattableString.Invariant($"Comparing: expected --alpha between 0 and 1, got {Alpha}. 0.05 is usual."));
        if (!(Rope >= 0)) throw new LabException(FormattableString.Invariant($"Comparing: expected --rope of at least 0, got {Rope}. Give the largest difference that does not matter."));
        if (Metric == Auto || Metrics.IsKnown(Metric) || workspace.Store.Names().Contains(Metric)) return;
        var nearest = Suggestions.Nearest(Metric, [.. Metrics.OfSplits, .. workspace.Store.Names()]);
        throw new LabException($"There is no metric '{Metric}'.{(nearest is null ? "" : $" Did you mean '{nearest}'?")} Name one with its split, such as test_accuracy or val_loss.");
    }

    /// <summary>How the statistics are to judge.</summary>
    internal PairedComparisonOptions Judgement(Pairing pairing) => new()
    {
        HigherIsBetter = Metrics.HigherIsBetter(Metric),
        Alpha = Alpha,
        Rope = Rope,
        Pairing = pairing,
    };
}
