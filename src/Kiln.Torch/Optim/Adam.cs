namespace TorchSharp.Modules;

/// <summary>Adam: steps scaled by running means of gradients and squared gradients; weight decay is part of the gradient.</summary>
/// <remarks>Source: PyTorch, torch.optim.Adam; Kingma and Ba 2015, algorithm 1.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.Adam.html"/>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.optim.Adam.html"/>
public sealed partial class Adam : AdamBase
{
    /// <summary>What is remembered about one parameter.</summary>
    public sealed class State : AdamState
    {
        internal State(Parameter parameter, bool amsgrad) : base(parameter, amsgrad)
        {
        }
    }

    internal Adam(IEnumerable<Modules.ParamGroup> groups, Options defaults) : base(groups, defaults)
    {
    }

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) =>
        new State(parameter, ((Options)options).amsgrad == true);

    private protected override bool DecaysWeights => false;
}
