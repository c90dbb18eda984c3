namespace Kiln.Training;

/// <summary>
/// How the learning rate goes over a run: a pure function of the step, the plan and the finished epochs.
/// It keeps no state, so a resumed run needs none of it to go on with the same bits.
/// </summary>
internal abstract class Schedule
{
    /// <summary>Whether another number of epochs gives other rates from the first step on.</summary>
    public virtual bool DependsOnLength => false;

    /// <summary>Whether the rate is the same for all steps of an epoch: it is then asked for once.</summary>
    public virtual bool IsPerEpoch => true;

    /// <summary>The rates of a step.</summary>
    /// <param name="step">Step of the optimiser over the whole run, counted from 0.</param>
    /// <param name="plan">Rate and length of the run.</param>
    /// <param name="losses">The loss that each finished epoch is judged by: of validation, or of training without a validation split.</param>
    public abstract Rates At(long step, SchedulePlan plan, IReadOnlyList<double> losses);
}
