namespace Kiln.Training;

/// <summary>The run ended while it still got better.</summary>
internal static class MoreEpochsHint
{
    public static string? Of(HintContext context) =>
        context.IsFinished && context.BestEpoch == context.Epochs.Count ? "The last epoch was the best: more --epochs may help." : null;
}
