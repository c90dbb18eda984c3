namespace Kiln;

/// <summary>What the names of metrics tell.</summary>
internal static class Metrics
{
    /// <summary>Losses are to be small, everything else (accuracy, F1) is to be large.</summary>
    public static bool HigherIsBetter(string metric) => !metric.Contains("loss", StringComparison.OrdinalIgnoreCase);
}
