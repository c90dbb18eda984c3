using Kiln.Training;

namespace Kiln;

/// <summary>What the names of metrics tell.</summary>
internal static class Metrics
{
    /// <summary>A known metric says its direction itself; losses are to be small, what else there is to be large.</summary>
    /// <param name="metric">A name as runs have it: <c>val_accuracy</c>.</param>
    public static bool HigherIsBetter(string metric)
    {
        var name = metric[(metric.IndexOf('_') + 1)..];
        var known = MetricTable.All.FirstOrDefault(kind => kind.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return known?.HigherIsBetter ?? !metric.Contains("loss", StringComparison.OrdinalIgnoreCase);
    }
}
