namespace Kiln.Training;

/// <summary>Share of those of a class that were said to be of it.</summary>
internal static class Recall
{
    /// <summary>The mean over classes, and those over answers and over examples.</summary>
    public static IReadOnlyList<Metric> Metrics { get; } =
    [
        Of("", "share of a class that is found; mean over classes", hits => hits.Macro(hits.Recall)),
        Of("-micro", "share of a class that is found; over all answers", hits => hits.MicroRecall),
        Of("-weighted", "share of a class that is found; mean over examples", hits => hits.Weighted(hits.Recall)),
    ];

    private static Metric Of(string average, string summary, Func<ClassHits, double> figure) => new("recall" + average, "fraction", true, summary)
    {
        Targets = [TargetKind.Class, TargetKind.Labels],
        Start = data => new ClassHitsMeter(data, figure),
    };
}
