using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What Adam and AdamW remember about one parameter.</summary>
public abstract class AdamState : OptimizerState
{
    private long _step;
    private Tensor? _mean;
    private Tensor? _square;
    private Tensor? _largestSquare;

    private protected AdamState(Parameter parameter, bool amsgrad)
    {
        _mean = ZerosLike(parameter);
        _square = ZerosLike(parameter);
        if (amsgrad) _largestSquare = ZerosLike(parameter);
    }

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

    /// <summary>The largest value so far of <see cref="exp_avg_sq"/>, for amsgrad only. A tensor set here belongs to the optimizer.</summary>
    public Tensor? max_exp_avg_sq
    {
        get => _largestSquare;
        set => Replace(ref _largestSquare, value);
    }

    internal void StartLargest(Parameter parameter) => _largestSquare ??= ZerosLike(parameter);

    private protected override void Pass(StateFields fields)
    {
        fields.Count(ref _step);
        fields.Tensor(ref _mean);
        fields.Tensor(ref _square);
        fields.Tensor(ref _largestSquare, isOptional: true);
    }
}
