using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>The step of a module that computes its own losses: one after the other, each with an optimiser over its own weights.</summary>
internal sealed class PartsStep : BatchStep
{
    private readonly IReadOnlyList<LossPart> _parts;
    private readonly IReadOnlyList<WeightUpdate> _updates;
    private readonly StepPlan _plan;
    private readonly double[] _sums;

    public PartsStep(IReadOnlyList<LossPart> parts, IReadOnlyList<WeightUpdate> updates, StepPlan plan)
    {
        if (plan.Accumulate > 1 && parts.Count > 1)
            throw new TrainingException($"Accumulate: a model with {parts.Count} losses of its own steps after every batch, got {plan.Accumulate}. Leave it out, or use larger batches.");
        (_parts, _updates, _plan, _sums) = (parts, updates, plan, new double[parts.Count]);
    }

    public override IReadOnlyList<string> Parts => [.. _parts.Select(part => part.Name)];

    public override IReadOnlyList<double> PartSums => _sums;

    public override void BeginEpoch() => Array.Clear(_sums);

    public override StepResult Take(Batch batch, int number, StepGauge? gauge)
    {
        double total = 0;
        for (int i = 0; i < _parts.Count; i++)
        {
            // Backward of the part before has reached these weights, too.
            if (_plan.Begins(number)) _updates[i].ClearGradients();
            Tensor loss = _parts[i].Loss(batch);
            float value = loss.item<float>();
            if (!float.IsFinite(value)) return new StepResult(value, null);
            (loss * _plan.ShareOf(number)).backward();
            if (_plan.Ends(number)) _updates[i].Step(gauge);
            _sums[i] += (double)value * _plan.Batches.SizeOf(number);
            total += value;
        }
        return new StepResult(total, null);
    }
}
