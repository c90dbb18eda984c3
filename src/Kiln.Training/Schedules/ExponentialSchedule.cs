namespace Kiln.Training;

/// <summary>The rate is multiplied by a factor after every epoch. Source: PyTorch, ExponentialLR.</summary>
/// <param name="factor">The factor, above 0.</param>
internal sealed class ExponentialSchedule(double factor) : Schedule
{
    public override Rates At(long step, SchedulePlan plan, IReadOnlyList<double> losses) => new(plan.Lr * Math.Pow(factor, plan.EpochOf(step)));
}
