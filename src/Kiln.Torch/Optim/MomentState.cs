using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A number of steps and the running means of gradients and of squared gradients.</summary>
public abstract class MomentState : OptimizerState
{
    private long _step;
    private Tensor? _mean;
    private Tensor? _square;

    private protected MomentState(Parameter parameter) => (_mean, _square) = (ZerosLike(parameter), ZerosLike(parameter));

    /// <summary>The number of steps taken.</summary>
    public long step
    {
        get => _step;
        set => _step = value;
    }

    /// <summary>The running mean of gradients. A tensor set here belongs to the optimizer.</summary>
    public Tensor exp_avg
    {
        get => _mean!;
        set => Replace(ref _mean, value);
    }

    /// <summary>The running mean of squared gradients. A tensor set here belongs to the optimizer.</summary>
    public Tensor exp_avg_sq
    {
        get => _square!;
        set => Replace(ref _square, value);
    }

    /// <summary>Counts a step and takes a gradient into both means.</summary>
    internal void Take(Tensor gradient, double beta1, double beta2)
    {
        _step++;
        exp_avg.mul_(beta1).add_(gradient, 1 - beta1);
        exp_avg_sq.mul_(beta2).addcmul_(gradient, gradient, 1 - beta2);
    }

    private protected override void Pass(StateFields fields)
    {
        fields.Count(ref _step);
        PassNumbers(fields);
        fields.Tensor(ref _mean);
        fields.Tensor(ref _square);
    }

    /// <summary>Shows the numbers of a derived state, which are saved between the steps and the means.</summary>
    private protected virtual void PassNumbers(StateFields fields)
    {
    }
}
