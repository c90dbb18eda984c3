namespace Kiln.Training;

/// <summary>The loss grew in the first epoch: told at once, because no later epoch is worth waiting for.</summary>
internal static class FirstEpochHint
{
    // A rate that fits may shake the loss, but does not double its mean over an epoch.
    private const double Grown = 2;

    /// <summary>The warning; null where the loss did not grow.</summary>
    public static TrainingWarning? Of(EpochPass pass)
    {
        if (pass.FirstLoss <= 0 || pass.Score!.Loss <= Grown * pass.FirstLoss) return null;
        string text = $"The loss grew in the first epoch, from {FigureText.Of(pass.FirstLoss)} to {FigureText.Of(pass.Score.Loss)} on average: "
            + FormattableString.Invariant($"the learning rate of {pass.Lr:G3} is too high. Try --lr {pass.Lr / 100:G3}, or --lr auto.");
        return new TrainingWarning(text) { Answers = HintQuestion.Learning };
    }
}
