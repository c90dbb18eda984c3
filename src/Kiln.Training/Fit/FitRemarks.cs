namespace Kiln.Training;

/// <summary>Remarks on options that work, but hardly as they were meant.</summary>
internal static class FitRemarks
{
    // A rate that fits may shake the loss, but does not double its mean over an epoch.
    private const double Grown = 2;

    /// <summary>A loss that grew in the first epoch; null where it did not.</summary>
    public static string? OnFirstEpoch(EpochPass pass) => pass.FirstLoss > 0 && pass.Score!.Loss > Grown * pass.FirstLoss
        ? FormattableString.Invariant($"The loss grew in the first epoch, from {pass.FirstLoss:G3} to {pass.Score.Loss:G3} on average: the learning rate of {pass.Lr:G3} is too high. ")
            + FormattableString.Invariant($"Try {pass.Lr / 100:G3}, or --lr auto.")
        : null;
}
