namespace Kiln.Training;

/// <summary>The training loss rises for good: steps are so large that they lead away.</summary>
internal static class DivergenceHint
{
    public static string? Of(HintContext context)
    {
        if (context.Curve(MetricNames.TrainLoss) is not { } loss) return null;
        int lowest = Array.IndexOf(loss, loss.Min());
        // A small loss that triples is noise around its floor; one that comes back to a third of where it began has been lost again.
        bool rose = loss[^1] >= 2 * loss[lowest] && loss[^1] >= loss[0];
        bool lost = loss[^1] >= 3 * loss[lowest] && loss[^1] >= loss[0] / 3;
        if (lowest == loss.Length - 1 || !(rose || lost)) return null;
        return FormattableString.Invariant($"Diverging since epoch {lowest + 1}: the training loss rose from {loss[lowest]:0.0000} to {loss[^1]:0.0000}. ")
            + FormattableString.Invariant($"Lower the rate (--lr {context.Options.Lr / 10:G3}), or limit the steps with --clip 1.");
    }
}
