using Kiln.Charts;
using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>The chart of <c>#!train --overfit-one-batch</c>.</summary>
internal static class OneBatchChart
{
    /// <summary>The loss by step.</summary>
    public static LineChart Of(OneBatchVerdict verdict) => new()
    {
        Title = "Loss on one batch",
        X = new Axis("step") { Min = 1, Max = Math.Max(2, verdict.Losses.Length), Whole = true },
        Y = new Axis("loss"),
        Lines = [new Line("one batch", [.. Enumerable.Range(1, verdict.Losses.Length).Select(step => (double)step)], verdict.Losses)],
        Better = Better.Lower,
    };
}
