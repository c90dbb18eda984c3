namespace Kiln.Training;

/// <summary>
/// The rate falls along half a cosine, step by step: <c>low + (lr - low) (1 + cos(pi t / T)) / 2</c>.
/// Source: PyTorch, CosineAnnealingLR with T_max the steps of the run; Loshchilov and Hutter 2017, equation 5.
/// </summary>
/// <param name="share">The lowest rate as a share of the highest, 0..1.</param>
internal sealed class CosineSchedule(double share) : Schedule
{
    public override bool DependsOnLength => true;

    public override bool IsPerEpoch => false;

    public override Rates At(long step, SchedulePlan plan, IReadOnlyList<double> losses)
    {
        double low = plan.Lr * share;
        return new Rates(low + (plan.Lr - low) * (1 + Math.Cos(Math.PI * step / plan.Steps)) / 2);
    }
}
