namespace TorchSharp.Modules;

/// <summary>AdamW: Adam whose weight decay shrinks the weights directly: <c>p ← p · (1 − lr · weight_decay)</c> before the step.</summary>
/// <remarks>Source: PyTorch, torch.optim.AdamW; Loshchilov and Hutter 2019, algorithm 2.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.AdamW.html"/>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.AdamW.html"/>
public sealed partial class AdamW : AdamBase
{
    /// <summary>What is remembered about one parameter.</summary>
    public sealed class State : AdamState
    {
        internal State(Parameter parameter, bool amsgrad) : base(parameter, amsgrad)
        {
        }
    }

    internal AdamW(IEnumerable<Modules.ParamGroup> groups, Options defaults) : base(groups, defaults)
    {
    }

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) =>
        new State(parameter, ((Options)options).amsgrad == true);

    private protected override bool DecaysWeights => true;
}
