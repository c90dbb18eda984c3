using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What Adam and AdamW remember about one parameter.</summary>
public abstract class AdamState : MomentState
{
    private Tensor? _largestSquare;

    private protected AdamState(Parameter parameter, bool amsgrad) : base(parameter)
    {
        if (amsgrad) _largestSquare = ZerosLike(parameter);
    }

    /// <summary>The largest value so far of <see cref="MomentState.exp_avg_sq"/>, for amsgrad only. A tensor set here belongs to the optimizer.</summary>
    public Tensor? max_exp_avg_sq
    {
        get => _largestSquare;
        set => Replace(ref _largestSquare, value);
    }

    internal void StartLargest(Parameter parameter) => _largestSquare ??= ZerosLike(parameter);

    private protected override void Pass(StateFields fields)
    {
        base.Pass(fields);
        fields.Tensor(ref _largestSquare, isOptional: true);
    }
}
