namespace Kiln.Training;

/// <summary>The rate is multiplied by a factor every so many epochs. Source: PyTorch, StepLR.</summary>
/// <param name="every">Epochs between two falls; null: a third of the run.</param>
/// <param name="factor">The factor, above 0.</param>
internal sealed class StepSchedule(int? every, double factor) : Schedule
{
    public override bool DependsOnLength => every is null;

    public override Rates At(long step, SchedulePlan plan, IReadOnlyList<double> losses)
    {
        int length = every ?? Math.Max(1, (plan.Epochs + 2) / 3);
        return new Rates(plan.Lr * Math.Pow(factor, plan.EpochOf(step) / length));
    }
}
