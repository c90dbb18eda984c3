using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>The step of most models: forward, the task's loss, backward, one optimiser.</summary>
internal sealed class LossStep(nn.Module<Tensor, Tensor> module, Objective objective, WeightUpdate update, StepPlan plan) : BatchStep
{
    public override StepResult Take(Batch batch, int number, StepGauge? gauge)
    {
        if (plan.Begins(number)) update.ClearGradients();
        Tensor loss = objective.LossOf(module, batch, out Tensor? output);
        float value = loss.item<float>();
        if (!float.IsFinite(value)) return new StepResult(value, output);
        double share = plan.ShareOf(number);
        (share == 1 ? loss : loss * share).backward();
        if (plan.Ends(number)) update.Step(gauge);
        return new StepResult(value, output);
    }
}
