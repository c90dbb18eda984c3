namespace Kiln.Training;

/// <summary>The model is no better than one that always gives the same answer.</summary>
internal static class UnderfittingHint
{
    private const double Margin = 0.05;
    private const double ExplainsNothing = 0.05;

    public static string? Of(HintContext context) => Classifier(context) ?? Regression(context);

    private static string? Classifier(HintContext context)
    {
        if (context.Findings is not { Classes: > 1 } found || context.Curve(MetricNames.ValAccuracy) is not { } accuracy) return null;
        // Where nearly all examples are of one class there is no room to be better by so much.
        if (found.MajorityShare > 1 - 2 * Margin || accuracy.Max() > found.MajorityShare + Margin) return null;
        return FormattableString.Invariant($"Underfitting: the best validation accuracy, {accuracy.Max():0.0000}, is hardly better than always answering the most frequent class ({found.MajorityShare:0.0000}). ")
            + "Check that labels belong to their examples, then try a larger model, more --epochs or another --lr (#!lr-find).";
    }

    private static string? Regression(HintContext context)
    {
        if (context.Curve(MetricNames.Of("val", "r2")) is not { } explained || explained.Max() > ExplainsNothing) return null;
        return FormattableString.Invariant($"Underfitting: the model explains nothing of the target (best validation R2 {explained.Max():0.0000}); always answering the mean would do as well. ")
            + "Check that targets belong to their examples and are scaled, then try a larger model, more --epochs or another --lr (#!lr-find).";
    }
}
