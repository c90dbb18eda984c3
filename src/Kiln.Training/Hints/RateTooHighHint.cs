namespace Kiln.Training;

/// <summary>The training loss jumps about without getting anywhere.</summary>
internal static class RateTooHighHint
{
    private const int FewestEpochs = 4;
    private const double LargeUpdates = 0.5;

    public static string? Of(HintContext context)
    {
        if (context.Curve(MetricNames.TrainLoss) is not { Length: >= FewestEpochs } loss) return null;
        // The first epoch of a run that learns is already better than its start: only one that never got far below it is stuck.
        if (loss.Min() < 0.4 * loss[0] || loss.Max() == loss.Min()) return null;
        double[] moves = [.. loss.Zip(loss.Skip(1), (before, after) => after - before)];
        double up = moves.Where(move => move > 0).Sum(), down = -moves.Where(move => move < 0).Sum();
        bool jumps = up > 0.6 * down && moves.Average(Math.Abs) > 0.05 * loss.Average();
        bool hugeSteps = context.Median(MetricNames.UpdateRatio) > LargeUpdates && loss[^1] > 0.8 * loss[0];
        if (!jumps && !hugeSteps) return null;
        return FormattableString.Invariant($"The learning rate ({context.Options.Lr:G3}) seems too high: the training loss jumps between {loss.Min():0.0000} and {loss.Max():0.0000} instead of falling. ")
            + FormattableString.Invariant($"Try --lr {context.Options.Lr / 10:G3}, or let #!lr-find suggest one.");
    }
}
