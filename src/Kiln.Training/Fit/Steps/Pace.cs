namespace Kiln.Training;

/// <summary>Sets the rates of a run's optimisers before each step, as the schedule says.</summary>
internal sealed class Pace(Schedule schedule, SchedulePlan plan, IReadOnlyList<WeightUpdate> updates)
{
    private IReadOnlyList<double> _losses = [];

    /// <summary>The learning rate set last.</summary>
    public double Lr { get; private set; } = plan.Lr;

    /// <param name="epoch">Epoch, counted from 1.</param>
    /// <param name="losses">The loss of each finished epoch.</param>
    public void BeginEpoch(int epoch, IReadOnlyList<double> losses)
    {
        _losses = losses;
        if (schedule.IsPerEpoch) Set((long)(epoch - 1) * plan.StepsPerEpoch);
    }

    /// <param name="step">Step over the whole run, counted from 0.</param>
    public void BeginStep(long step)
    {
        if (!schedule.IsPerEpoch) Set(step);
    }

    private void Set(long step)
    {
        Rates rates = schedule.At(step, plan, _losses);
        Lr = rates.Lr;
        foreach (WeightUpdate update in updates) update.SetRates(rates);
    }
}
