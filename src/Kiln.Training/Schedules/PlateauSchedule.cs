namespace Kiln.Training;

/// <summary>
/// The rate is multiplied by a factor when the loss has not become smaller by a ten-thousandth for more than so many epochs.
/// Source: PyTorch, ReduceLROnPlateau with its defaults; replayed over the history, because it must not need state.
/// </summary>
/// <param name="patience">Epochs without progress that are borne.</param>
/// <param name="factor">The factor, 0..1.</param>
internal sealed class PlateauSchedule(int patience, double factor) : Schedule
{
    private const double Threshold = 1e-4;
    private const double SmallestChange = 1e-8;

    public override Rates At(long step, SchedulePlan plan, IReadOnlyList<double> losses)
    {
        double rate = plan.Lr, best = double.PositiveInfinity;
        int waited = 0;
        foreach (double loss in losses)
        {
            if (loss < best * (1 - Threshold)) (best, waited) = (loss, 0);
            else waited++;
            if (waited <= patience) continue;
            if (rate - rate * factor > SmallestChange) rate *= factor;
            waited = 0;
        }
        return new Rates(rate);
    }
}
