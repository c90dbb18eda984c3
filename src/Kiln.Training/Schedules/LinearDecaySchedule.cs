namespace Kiln.Training;

/// <summary>The rate falls on a straight line to 0, which it would reach one step after the last: <c>lr (T - t) / T</c>.</summary>
internal sealed class LinearDecaySchedule : Schedule
{
    public override bool DependsOnLength => true;

    public override bool IsPerEpoch => false;

    public override Rates At(long step, SchedulePlan plan, IReadOnlyList<double> losses) => new(plan.Lr * (plan.Steps - step) / plan.Steps);
}
