namespace Kiln.Training;

/// <summary>
/// One cycle: the rate climbs from lr / 25 to lr and falls to lr / 250,000, both along half a cosine, while the momentum
/// (or the first beta) goes from 0.95 down to 0.85 and back. Source: PyTorch, OneCycleLR with its defaults; Smith and Topin 2018.
/// </summary>
/// <param name="rising">The share of the steps in which the rate climbs, 0..1.</param>
internal sealed class OneCycleSchedule(double rising) : Schedule
{
    private const double StartDivisor = 25;
    private const double EndDivisor = 1e4;
    private const double LowMomentum = 0.85;
    private const double HighMomentum = 0.95;

    public override bool DependsOnLength => true;

    public override bool IsPerEpoch => false;

    public override Rates At(long step, SchedulePlan plan, IReadOnlyList<double> losses)
    {
        double top = rising * plan.Steps - 1, end = plan.Steps - 1;
        double start = plan.Lr / StartDivisor;
        if (step <= top)
        {
            double climbed = top > 0 ? step / top : 1;
            return new Rates(Between(start, plan.Lr, climbed), Between(HighMomentum, LowMomentum, climbed));
        }
        double fallen = end > top ? (step - top) / (end - top) : 1;
        return new Rates(Between(plan.Lr, start / EndDivisor, fallen), Between(LowMomentum, HighMomentum, fallen));
    }

    private static double Between(double from, double to, double share) => to + (from - to) / 2 * (1 + Math.Cos(Math.PI * share));
}
