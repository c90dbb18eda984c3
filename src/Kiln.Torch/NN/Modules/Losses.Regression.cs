using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Squared error: <c>(x − y)²</c>.</summary>
/// <remarks>Input and target (*).</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.MSELoss.html"/>
public sealed class MSELoss : Loss<Tensor, Tensor, Tensor>
{
    internal MSELoss(Reduction reduction) : base(nameof(MSELoss), reduction)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.mse_loss(input, target, reduction);
}

/// <summary>Absolute error: <c>|x − y|</c>.</summary>
/// <remarks>Input and target (*).</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.L1Loss.html"/>
public sealed class L1Loss : Loss<Tensor, Tensor, Tensor>
{
    internal L1Loss(Reduction reduction) : base(nameof(L1Loss), reduction)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.l1_loss(input, target, reduction);
}

/// <summary>Squared error near zero, absolute error beyond beta: <c>½ e² / beta</c> or <c>|e| − ½ beta</c>.</summary>
/// <remarks>Input and target (*).</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.SmoothL1Loss.html"/>
public sealed class SmoothL1Loss : Loss<Tensor, Tensor, Tensor>
{
    internal SmoothL1Loss(Reduction reduction, double beta) : base(nameof(SmoothL1Loss), reduction) =>
        this.beta = beta;

    /// <summary>Where the square ends.</summary>
    public double beta { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.smooth_l1_loss(input, target, reduction, beta);
}

/// <summary>Squared error near zero, absolute error beyond delta: <c>½ e²</c> or <c>delta (|e| − ½ delta)</c>.</summary>
/// <remarks>Input and target (*).</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.HuberLoss.html"/>
public sealed class HuberLoss : Loss<Tensor, Tensor, Tensor>
{
    internal HuberLoss(double delta, Reduction reduction) : base(nameof(HuberLoss), reduction) =>
        this.delta = delta;

    /// <summary>Where the square ends.</summary>
    public double delta { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.huber_loss(input, target, delta, reduction);
}

/// <summary>Negative log likelihood of counts: <c>exp(x) − y x</c>, or <c>x − y log(x + eps)</c>.</summary>
/// <remarks>Input and target (*).</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.PoissonNLLLoss.html"/>
public sealed class PoissonNLLLoss : Loss<Tensor, Tensor, Tensor>
{
    internal PoissonNLLLoss(bool logInput, bool full, float eps, Reduction reduction) : base(nameof(PoissonNLLLoss), reduction)
    {
        log_input = logInput;
        this.full = full;
        this.eps = eps;
    }

    /// <summary>Whether predictions are logarithms.</summary>
    public bool log_input { get; }

    /// <summary>Whether Stirling's approximation of log y! is added.</summary>
    public bool full { get; }

    /// <summary>What keeps the logarithm finite.</summary>
    public float eps { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) => functional.poisson_nll_loss(input, target, log_input, full, eps, reduction);
}

/// <summary>Negative log likelihood of normally distributed values: <c>½ (log v + (x − y)² / v)</c>.</summary>
/// <remarks>Input and target (N, *), variance v of the same shape or with size 1 in its last place.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.GaussianNLLLoss.html"/>
public sealed class GaussianNLLLoss : Loss<Tensor, Tensor, Tensor, Tensor>
{
    internal GaussianNLLLoss(bool full, float eps, Reduction reduction) : base(nameof(GaussianNLLLoss), reduction)
    {
        this.full = full;
        this.eps = eps;
    }

    /// <summary>Whether the constant ½ log 2π is added.</summary>
    public bool full { get; }

    /// <summary>The smallest variance.</summary>
    public float eps { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target, Tensor variance) => functional.gaussian_nll_loss(input, target, variance, full, eps, reduction);
}
