using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>What a model is worth on a split, in words and tables.</summary>
internal static class EvaluationReport
{
    // Beyond this many classes the weakest say more than all.
    private const int MostClasses = 30, Weakest = 15;

    /// <summary>The report.</summary>
    /// <param name="evaluation">The figures.</param>
    /// <param name="name">Who was measured: "net of run 3f2a".</param>
    public static Report Of(ModelEvaluation evaluation, string name)
    {
        var report = new Report().Head($"{name} on {evaluation.Data}, {evaluation.Split} split: {Headline(evaluation)}");
        report.Say($"{Numbers.Of(evaluation.Count, "example")}, loss {Numbers.Short(evaluation.Loss)}.");
        Classes(report, evaluation);
        Residuals(report, evaluation);
        if (evaluation.Metrics.Length > 0) report.Fold("All metrics", new Report().Put(Metrics(evaluation)));
        if (evaluation.Split == "train") report.Aside("The model has seen these examples while it learnt: only the test split tells what it is worth on new ones.");
        return report;
    }

    private static string Headline(ModelEvaluation evaluation)
    {
        if (evaluation.Accuracy is { } accuracy)
            return $"accuracy {Numbers.Metric(accuracy.Value)}, 95 % interval {Interval(accuracy)}";
        var shown = evaluation.Metrics.Take(2).Concat(evaluation.Metrics.Where(value => value.Metric.Name == "r2")).DistinctBy(value => value.Metric.Name);
        var words = shown.Select(value => $"{value.Metric.Name} {Numbers.Short(value.Value)}").ToList();
        return words.Count > 0 ? string.Join(", ", words) : $"loss {Numbers.Short(evaluation.Loss)}";
    }

    private static void Classes(Report report, ModelEvaluation evaluation)
    {
        if (evaluation.Classes.IsEmpty) return;
        var shown = evaluation.Classes.Length <= MostClasses ? evaluation.Classes.AsEnumerable() : evaluation.Classes.Where(score => score.Support > 0).OrderBy(score => score.F1).Take(Weakest);
        var table = new Table(Column.Of(evaluation.Confusion.IsEmpty ? "label" : "class", "#precision", "#95 %", "#recall", "#95 %", "#F1", "#examples"));
        foreach (var score in shown)
            table.Add(score.Name, Share(score.Precision), Interval(score.Precision), Share(score.Recall), Interval(score.Recall), Numbers.Metric(score.F1), Numbers.Count(score.Support));
        report.Put(table);
        if (evaluation.Classes.Length > MostClasses) report.Aside($"The {Weakest} of {evaluation.Classes.Length} with the lowest F1.");
        var empty = evaluation.Classes.Where(score => score.Support == 0).Select(score => score.Name).ToList();
        if (empty.Count is > 0 and <= 10) report.Note($"There is no example of {string.Join(", ", empty)} in this split: nothing is known about {(empty.Count == 1 ? "it" : "them")}.");
        else if (evaluation.Classes.Any(score => score.Support is > 0 and < 20))
            report.Aside("Classes with few examples have wide intervals: a difference within them is no difference.");
    }

    private static void Residuals(Report report, ModelEvaluation evaluation)
    {
        if (evaluation.Residuals.IsEmpty) return;
        var table = new Table(Column.Of("prediction − truth", "#mean", "#5 %", "#25 %", "#median", "#75 %", "#95 %", "#largest"));
        foreach (var residual in evaluation.Residuals)
        {
            var (p5, p25, p50, p75, p95) = residual.Quantiles;
            table.Add([residual.Name, .. new[] { residual.Mean, p5, p25, p50, p75, p95, residual.Largest }.Select(value => (Cell)Numbers.Short(value))]);
        }
        report.Put(table).Aside("In the unit of the target. Half of all errors lie between the 25 % and the 75 % value.");
    }

    private static Table Metrics(ModelEvaluation evaluation)
    {
        var table = new Table(Column.Of("metric", "#value", "unit", "better", "meaning"));
        foreach (var (metric, value) in evaluation.Metrics)
            table.Add(metric.Name, Numbers.Short(value), metric.Unit, metric.HigherIsBetter ? "higher" : "lower", metric.Summary);
        return table;
    }

    private static string Share(Rate rate) => rate.Of == 0 ? "–" : Numbers.Metric(rate.Value);

    private static string Interval(Rate rate) => rate.Of == 0 ? "" : FormattableString.Invariant($"{rate.Low:0.000}–{rate.High:0.000}");
}
