namespace Kiln.Training;

/// <summary>
/// The rate climbs on a straight line to what the other schedule begins with; then that one has the rest of the steps.
/// The first step has a rate above 0: a step with none would be lost.
/// </summary>
/// <param name="share">The share of all steps that it takes, 0..1.</param>
/// <param name="then">What follows.</param>
internal sealed class WarmUp(double share, Schedule then) : Schedule
{
    public override bool DependsOnLength => true;

    public override bool IsPerEpoch => false;

    public override Rates At(long step, SchedulePlan plan, IReadOnlyList<double> losses)
    {
        long length = (long)Math.Round(share * plan.Steps);
        SchedulePlan rest = plan with { Before = plan.Before + length };
        if (step >= length) return then.At(step - length, rest, losses);
        Rates first = then.At(0, rest, losses);
        return first with { Lr = first.Lr * (step + 1) / length };
    }
}
