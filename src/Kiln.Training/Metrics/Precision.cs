namespace Kiln.Training;

/// <summary>Share of those said to be of a class that are of it.</summary>
internal static class Precision
{
    /// <summary>The mean over classes, and those over answers and over examples.</summary>
    public static IReadOnlyList<Metric> Metrics { get; } =
    [
        Of("", "share of what is said to be of a class that is; mean over classes", hits => hits.Macro(hits.Precision)),
        Of("-micro", "share of what is said to be of a class that is; over all answers", hits => hits.MicroPrecision),
        Of("-weighted", "share of what is said to be of a class that is; mean over examples", hits => hits.Weighted(hits.Precision)),
    ];

    private static Metric Of(string average, string summary, Func<ClassHits, double> figure) => new("precision" + average, "fraction", true, summary)
    {
        Targets = [TargetKind.Class, TargetKind.Labels],
        Start = data => new ClassHitsMeter(data, figure),
    };
}
