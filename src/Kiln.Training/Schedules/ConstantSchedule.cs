namespace Kiln.Training;

/// <summary>The rate stays as it is.</summary>
internal sealed class ConstantSchedule : Schedule
{
    public override Rates At(long step, SchedulePlan plan, IReadOnlyList<double> losses) => new(plan.Lr);
}
