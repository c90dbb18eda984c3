using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Squared error: <c>(x − y)²</c>.</summary>
        /// <param name="reduction">How the values are joined.</param>
        /// <returns>The loss of predictions (*) and targets (*).</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.MSELoss.html"/>
        public static MSELoss MSELoss(Reduction reduction = Reduction.Mean) => new(reduction);

        /// <summary>Absolute error: <c>|x − y|</c>.</summary>
        /// <param name="reduction">How the values are joined.</param>
        /// <returns>The loss of predictions (*) and targets (*).</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.L1Loss.html"/>
        public static L1Loss L1Loss(Reduction reduction = Reduction.Mean) => new(reduction);

        /// <summary>Squared error near zero, absolute error beyond beta: <c>½ e² / beta</c> or <c>|e| − ½ beta</c>.</summary>
        /// <param name="reduction">How the values are joined.</param>
        /// <param name="beta">Where the square ends.</param>
        /// <returns>The loss of predictions (*) and targets (*).</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.SmoothL1Loss.html"/>
        public static SmoothL1Loss SmoothL1Loss(Reduction reduction = Reduction.Mean, double beta = 1) => new(reduction, beta);

        /// <summary>Squared error near zero, absolute error beyond delta: <c>½ e²</c> or <c>delta (|e| − ½ delta)</c>.</summary>
        /// <param name="delta">Where the square ends.</param>
        /// <param name="reduction">How the values are joined.</param>
        /// <returns>The loss of predictions (*) and targets (*).</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.HuberLoss.html"/>
        public static HuberLoss HuberLoss(double delta = 1, Reduction reduction = Reduction.Mean) => new(delta, reduction);

        /// <summary>Negative log likelihood of counts: <c>exp(x) − y x</c>, or <c>x − y log(x + eps)</c>.</summary>
        /// <param name="log_input">Whether predictions are logarithms.</param>
        /// <param name="full">Whether Stirling's approximation of log y! is added.</param>
        /// <param name="eps">What keeps the logarithm finite.</param>
        /// <param name="reduction">How the values are joined.</param>
        /// <returns>The loss of expected counts (*) and counts (*).</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.PoissonNLLLoss.html"/>
        public static PoissonNLLLoss PoissonNLLLoss(bool log_input = true, bool full = false, float eps = 1E-08f, Reduction reduction = Reduction.Mean) => new(log_input, full, eps, reduction);

        /// <summary>Negative log likelihood of normally distributed values: <c>½ (log v + (x − y)² / v)</c>.</summary>
        /// <param name="full">Whether the constant ½ log 2π is added.</param>
        /// <param name="eps">The smallest variance.</param>
        /// <param name="reduction">How the values are joined.</param>
        /// <returns>The loss of expected values (N, *), values (N, *) and variances.</returns>
        /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.GaussianNLLLoss.html"/>
        public static GaussianNLLLoss GaussianNLLLoss(bool full = false, float eps = 1E-08f, Reduction reduction = Reduction.Mean) => new(full, eps, reduction);
    }
}
