using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Which of two epochs is the better one: by the validation metric, with equal ones by the validation loss.</summary>
internal sealed class BestRule(Metric? metric, bool laterIsBetter = false)
{
    /// <summary>The rule for a module. Parts that play against each other have no common figure to judge an epoch by: the last one counts.</summary>
    public static BestRule For(nn.Module module, Objective objective) => module is IOwnLosses { Parts.Count: > 1 }
        ? new BestRule(null, laterIsBetter: true)
        : new BestRule(objective.MetricsOf(module).FirstOrDefault());

    /// <summary>Whether an epoch beats another. Without validation every later epoch does.</summary>
    public bool IsBetter(IReadOnlyDictionary<string, double> now, IReadOnlyDictionary<string, double> before)
    {
        if (laterIsBetter || !now.TryGetValue(MetricNames.ValLoss, out double loss)) return true;
        double then = before[MetricNames.ValLoss];
        if (metric is null) return loss < then;
        double value = now[Name], best = before[Name];
        // A metric that is not defined (one class only, say) never beats one that is.
        if (double.IsNaN(value) || double.IsNaN(best)) return double.IsNaN(best) && (!double.IsNaN(value) || loss < then);
        if (value == best) return loss < then;
        return metric.HigherIsBetter ? value > best : value < best;
    }

    private string Name => MetricNames.Of("val", metric!.Name);
}
