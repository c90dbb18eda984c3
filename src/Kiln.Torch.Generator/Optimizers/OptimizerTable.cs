namespace Kiln.Torch.Generator.Optimizers;

/// <summary>The optimizers, one row each. Names, order and defaults are TorchSharp's.</summary>
internal static class OptimizerTable
{
    private const string NotNegative = "AtLeastZero";
    private const string BelowOne = "Fraction";

    private static readonly OptionRow s_beta1 = new("double", "beta1", "0.9", BelowOne, "The decay of the running mean of gradients, 0..1");
    private static readonly OptionRow s_beta2 = new("double", "beta2", "0.999", BelowOne, "The decay of the running mean of squared gradients, 0..1");
    private static readonly OptionRow s_eps = new("double", "eps", "1E-08", NotNegative, "What is added to the denominator");
    private static readonly OptionRow s_weightDecay = new("double", "weight_decay", "0", NotNegative, "The factor of the squared weights in the loss");
    private static readonly OptionRow s_maximize = new("bool", "maximize", "false", "", "Whether to climb instead of descend");

    private static readonly OptionRow[] s_adam =
    [
        s_beta1, s_beta2, s_eps,
        s_weightDecay with { Text = "The strength of weight decay" },
        new("bool", "amsgrad", "false", "", "Whether the denominator never shrinks (Reddi et al. 2018)"),
        s_maximize,
    ];

    public static OptimizerRow[] Rows { get; } =
    [
        new()
        {
            Name = "ASGD",
            Summary = "Averaged stochastic gradient descent: the average of the weights is kept in the state <c>ax</c>",
            DefaultRate = "0.001",
            Options =
            [
                new("double", "lambd", "0.0001", "", "The decay of the weights"),
                new("double", "alpha", "0.75", "", "The power by which the rate falls"),
                new("double", "t0", "1000000", "", "The step from which weights are averaged"),
                s_weightDecay, s_maximize,
            ],
            Saved = "maximize lambd alpha weight_decay t0",
            GroupType = "ParamGroup<Modules.ASGD.Options>",
        },
        new()
        {
            Name = "Adadelta",
            Summary = "Adadelta: steps scaled by running means of squared steps and squared gradients",
            DefaultRate = "1",
            Options = [new("double", "rho", "0.9", "Part", "The decay of both running means, 0..1"), s_eps with { Default = "1E-06" }, s_weightDecay, s_maximize],
            Saved = "rho eps weight_decay maximize",
        },
        new()
        {
            Name = "Adagrad",
            Summary = "Adagrad: steps scaled by the sum of all squared gradients so far",
            DefaultRate = "0.01",
            Options =
            [
                new("double", "lr_decay", "0", NotNegative, "How fast the rate falls with the steps"),
                s_weightDecay,
                new("double", "initial_accumulator_value", "0", NotNegative, "The sum of squares at the start"),
                s_eps with { Default = "1E-10" },
            ],
            Saved = "lr_decay initial_accumulator_value eps weight_decay",
        },
        new()
        {
            Name = "Adam",
            Summary = "Adam: steps scaled by running means of gradients and squared gradients; weight decay is part of the gradient",
            DefaultRate = "0.001",
            Options = s_adam,
            Saved = "beta1 beta2 eps weight_decay amsgrad maximize",
            Cycles = "IBetas",
        },
        new()
        {
            Name = "AdamW",
            Summary = "AdamW: Adam whose weight decay shrinks the weights directly",
            DefaultRate = "0.001",
            Options = s_adam,
            Saved = "beta1 beta2 eps weight_decay amsgrad maximize",
            Cycles = "IBetas",
        },
        new()
        {
            Name = "Adamax",
            Summary = "Adamax: Adam with the largest gradient, decaying, in the place of the running mean of squares",
            DefaultRate = "0.002",
            Options = [s_beta1, s_beta2 with { Text = "The decay of the largest gradient, 0..1" }, s_eps, s_weightDecay],
            Saved = "beta1 beta2 eps weight_decay",
            Cycles = "IBetas",
        },
        new()
        {
            Name = "NAdam",
            Summary = "NAdam: Adam whose step looks ahead by Nesterov's rule",
            Parameters = "named_parameters",
            DefaultRate = "0.002",
            Options = [s_beta1, s_beta2, s_eps, s_weightDecay, new("double", "momentum_decay", "0.004", NotNegative, "How fast the momentum comes up to its full value")],
            Saved = "beta1 beta2 eps weight_decay momentum_decay",
            Cycles = "IBetas",
        },
        new()
        {
            Name = "RAdam",
            Summary = "RAdam: Adam that takes plain steps until its running mean of squares can be trusted",
            DefaultRate = "0.002",
            Options = [s_beta1, s_beta2, s_eps, s_weightDecay],
            Saved = "beta1 beta2 eps weight_decay",
            Cycles = "IBetas",
        },
        new()
        {
            Name = "RMSProp",
            Summary = "RMSProp: steps scaled by the running mean of squared gradients",
            Page = "RMSprop",
            DefaultRate = "0.01",
            Options =
            [
                new("double", "alpha", "0.99", NotNegative, "The decay of the running mean of squared gradients"),
                s_eps, s_weightDecay,
                new("double", "momentum", "0", NotNegative, "The factor of the running step; 0 is none"),
                new("bool", "centered", "false", "", "Whether the gradients' variance takes the place of their square"),
                s_maximize,
            ],
            GroupOrder = "eps alpha weight_decay momentum centered maximize",
            Saved = "maximize momentum alpha eps weight_decay centered",
            Cycles = "IMomentum",
        },
        new()
        {
            Name = "Rprop",
            Summary = "Rprop: each weight has a step of its own that grows while the sign of its gradient stays; for whole-set training",
            DefaultRate = "0.01",
            Options =
            [
                new("double", "etaminus", "0.5", "BetweenZeroAndOne", "The factor of a step whose gradient changed its sign, 0..1"),
                new("double", "etaplus", "1.2", "AboveOne", "The factor of a step whose gradient kept its sign, above 1"),
                new("double", "min_step", "1E-06", "", "The smallest step"),
                new("double", "max_step", "50", "", "The largest step"),
                s_maximize,
            ],
            Saved = "maximize etaminus etaplus min_step max_step",
        },
        new()
        {
            Name = "SGD",
            Summary = "Stochastic gradient descent, with momentum if wanted",
            Rate = "learningRate",
            Options =
            [
                new("double", "momentum", "0", NotNegative, "The factor of the running gradient; 0 is none"),
                new("double", "dampening", "0", "", "How much of the new gradient is left out of the running one"),
                s_weightDecay,
                new("bool", "nesterov", "false", "", "Whether the step looks ahead by Nesterov's rule"),
                s_maximize,
            ],
            Saved = "momentum dampening weight_decay nesterov maximize",
            Cycles = "IMomentum",
        },
    ];
}
