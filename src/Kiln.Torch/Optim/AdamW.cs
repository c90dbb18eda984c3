namespace TorchSharp.Modules;

/// <summary>AdamW: Adam whose weight decay shrinks the weights directly: <c>p ← p · (1 − lr · weight_decay)</c> before the step.</summary>
/// <remarks>Source: PyTorch, torch.optim.AdamW; Loshchilov and Hutter 2019, algorithm 2.</remarks>
public sealed class AdamW : AdamBase
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

    internal AdamW(IEnumerable<Modules.ParamGroup> groups, Options defaults) : base(groups, defaults)
    {
    }

    private protected override OptimizerState NewState(Parameter parameter, OptimizerOptions options) =>
        new State(parameter, ((Options)options).amsgrad == true);

    private protected override bool DecaysWeights => true;
}
