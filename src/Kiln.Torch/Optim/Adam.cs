namespace TorchSharp.Modules;

/// <summary>Adam: steps scaled by running means of gradients and squared gradients; weight decay is part of the gradient.</summary>
/// <remarks>Source: PyTorch, torch.optim.Adam; Kingma and Ba 2015, algorithm 1.</remarks>
public sealed class Adam : AdamBase
{
    /// <summary>The options of a group; what is null takes the optimizer's own value.</summary>
    public sealed record Options : AdamOptions;

    /// <summary>Parameters with options of their own.</summary>
    public sealed class ParamGroup : ParamGroup<Options>, torch.optim.IBetas
    {
        /// <summary>Creates an empty group.</summary>
        public ParamGroup()
        {
        }

        /// <summary>Creates a group.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="options">The options; null takes the optimizer's own.</param>
        public ParamGroup(IEnumerable<Parameter> parameters, Options? options = null) : base(parameters, options)
        {
        }

        /// <inheritdoc/>
        public (double, double) Betas
        {
            get => ((torch.optim.IBetas)Options).Betas;
            set => ((torch.optim.IBetas)Options).Betas = value;
        }
    }

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
