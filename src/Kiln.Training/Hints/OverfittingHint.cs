namespace Kiln.Training;

/// <summary>The validation loss rises while the training loss falls.</summary>
internal static class OverfittingHint
{
    private const int Trend = 3;
    private const double Noticeable = 0.05;

    public static string? Of(HintContext context)
    {
        if (context.Curve(MetricNames.ValLoss) is not { } val || context.Curve(MetricNames.TrainLoss) is not { } train) return null;
        int lowest = Array.IndexOf(val, val.Min());
        // One epoch that is worse is noise; three in a row are a trend. A rise that is nothing beside where the loss began matters to nobody.
        double least = Math.Max(1.1 * val[lowest], val[lowest] + Noticeable * val[0]);
        bool rose = val.Length - 1 - lowest >= Trend && val[^Trend..].All(value => value > least);
        if (!rose || train[^1] >= train[lowest]) return null;
        return FormattableString.Invariant($"Overfitting since epoch {lowest + 1}: the validation loss rose from {val[lowest]:0.0000} to {val[^1]:0.0000} while the training loss fell. ")
            + "Fewer epochs (--early-stop), Dropout, --weight-decay or more data help.";
    }
}
