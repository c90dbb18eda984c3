namespace Kiln.Training;

/// <summary>What a schedule knows beforehand.</summary>
/// <param name="Lr">The rate asked for; the highest one of the run.</param>
/// <param name="StepsPerEpoch">Steps of the optimiser in an epoch.</param>
/// <param name="Epochs">The last epoch planned.</param>
/// <param name="Before">Steps that a warm-up took before the schedule's own first step.</param>
internal sealed record SchedulePlan(double Lr, int StepsPerEpoch, int Epochs, long Before = 0)
{
    /// <summary>Steps of the schedule over the whole run.</summary>
    public long Steps => (long)StepsPerEpoch * Epochs - Before;

    /// <summary>The epoch of one of the schedule's steps, counted from 0 over the whole run.</summary>
    public int EpochOf(long step) => (int)((step + Before) / StepsPerEpoch);
}
