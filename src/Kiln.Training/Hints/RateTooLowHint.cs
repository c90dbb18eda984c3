namespace Kiln.Training;

/// <summary>The training loss falls in every epoch, but by so little that it never arrives.</summary>
internal static class RateTooLowHint
{
    private const double SmallUpdates = 3e-4;

    public static string? Of(HintContext context)
    {
        if (context.Curve(MetricNames.TrainLoss) is not { } loss || loss[0] <= 0) return null;
        double fall = 1 - loss[^1] / loss[0];
        int downs = loss.Zip(loss.Skip(1)).Count(pair => pair.Second < pair.First);
        bool steady = downs >= 0.8 * (loss.Length - 1) && loss[^2] - loss[^1] > 0.3 * (loss[0] - loss[^1]) / (loss.Length - 1);
        if (!steady || fall is <= 0 or > 0.25 || !IsFarFromDone(context, loss[^1])) return null;
        return FormattableString.Invariant($"The learning rate ({context.Options.Lr:G3}) seems too low, or the run too short: the training loss fell steadily, but only from {loss[0]:0.0000} to {loss[^1]:0.0000} in {loss.Length} epochs. ")
            + FormattableString.Invariant($"Try --lr {context.Options.Lr * 10:G3}, let #!lr-find suggest one, or train more --epochs.");
    }

    // A run that begins well trained (transfer) also moves little; a classifier near the loss of guessing, ln K, does not.
    private static bool IsFarFromDone(HintContext context, double loss) => context.Findings is { Classes: > 1 } found
        ? loss > 0.7 * Math.Log(found.Classes)
        : context.Median(MetricNames.UpdateRatio) < SmallUpdates;
}
