namespace Kiln.Training;

/// <summary>Harmonic mean of precision and recall.</summary>
internal static class F1
{
    /// <summary>The mean over classes, and those over answers and over examples.</summary>
    public static IReadOnlyList<Metric> Metrics { get; } =
    [
        Of("", "precision and recall in one figure; mean over classes", hits => hits.Macro(hits.F1)),
        Of("-micro", "precision and recall in one figure; over all answers", hits => hits.MicroF1),
        Of("-weighted", "precision and recall in one figure; mean over examples", hits => hits.Weighted(hits.F1)),
    ];

    private static Metric Of(string average, string summary, Func<ClassHits, double> figure) => new("f1" + average, "fraction", true, summary)
    {
        Targets = [TargetKind.Class, TargetKind.Labels],
        Start = data => new ClassHitsMeter(data, figure),
    };
}
