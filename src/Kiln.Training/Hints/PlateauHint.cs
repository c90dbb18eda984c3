namespace Kiln.Training;

/// <summary>Neither loss has moved for a long time, and the model has not learnt much.</summary>
internal static class PlateauHint
{
    private const int FewestEpochs = 8;
    private const double GoodEnough = 0.9;

    public static string? Of(HintContext context)
    {
        if (context.Curve(MetricNames.TrainLoss) is not { Length: >= FewestEpochs } train) return null;
        double[] judged = context.Curve(MetricNames.ValLoss) ?? train;
        int window = Math.Max(5, train.Length / 3);
        // What has learnt well may rest: its loss is far below that of its first epoch, or its answers are mostly right.
        bool learnt = train.Min() < 0.5 * train[0] || context.Curve(MetricNames.ValAccuracy)?.Max() >= GoodEnough;
        if (learnt || Improves(train, window) || Improves(judged, window)) return null;
        return FormattableString.Invariant($"Plateau: for {window} epochs neither loss has fallen (training loss {train[^1]:0.0000}, {train[0]:0.0000} in the first epoch). ")
            + "A larger model, a falling rate (--schedule plateau or cosine) or better features may lead on; more epochs alone will not.";
    }

    private static bool Improves(double[] loss, int window) => loss[^window..].Min() < 0.99 * loss[..^window].Min();
}
