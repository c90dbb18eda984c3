namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>max(0, x) for every element x.</summary>
        public Tensor relu() => Ops.relu(this);

        /// <summary>Replaces every element x by max(0, x).</summary>
        /// <returns>This tensor.</returns>
        public Tensor relu_() => Ops.relu_(this);

        /// <summary>min(max(0, x), 6) for every element x.</summary>
        public Tensor relu6() => Ops.relu6(this);

        /// <summary>x · Φ(x) for every element x, with the normal distribution's Φ.</summary>
        public Tensor gelu() => Ops.gelu(this);

        /// <summary>x · sigmoid(x) for every element x.</summary>
        public Tensor silu() => Ops.silu(this);

        /// <summary>x where it is positive, alpha · (eˣ - 1) elsewhere.</summary>
        public Tensor elu(double alpha = 1) => Ops.elu(this, alpha);

        /// <summary>scale · x where x is positive, scale · alpha · (e^(input_scale · x) - 1) elsewhere.</summary>
        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) => Ops.elu(this, alpha, scale, input_scale);

        /// <summary>x where it is positive, negative_slope · x elsewhere.</summary>
        public Tensor leaky_relu(Scalar negative_slope) => Ops.leaky_relu(this, negative_slope);

        /// <summary>The self-normalising ELU.</summary>
        /// <remarks>Source: https://arxiv.org/abs/1706.02515.</remarks>
        public Tensor selu() => Ops.selu(this);

        /// <summary>max(0, x) + min(0, eˣ - 1) for every element x.</summary>
        public Tensor celu() => Ops.celu(this);

        /// <summary>max(0, x) + min(0, alpha · (e^(x / alpha) - 1)) for every element x.</summary>
        public Tensor celu(Scalar alpha) => Ops.celu(this, alpha);

        /// <summary>Limits every element to min..max.</summary>
        public Tensor hardtanh(Scalar min, Scalar max) => Ops.hardtanh(this, min, max);

        /// <summary>min(max(0, x + 3), 6) / 6 for every element x.</summary>
        public Tensor hardsigmoid() => Ops.hardsigmoid(this);

        /// <summary>x · hardsigmoid(x) for every element x.</summary>
        public Tensor hardswish() => Ops.hardswish(this);

        /// <summary>ln(1 + e^(beta · x)) / beta for every element x.</summary>
        /// <param name="beta">The sharpness.</param>
        /// <param name="threshold">Where beta · x is greater, x itself is given.</param>
        public Tensor softplus(double beta = 1, double threshold = 20) => Ops.softplus(this, beta, threshold);

        /// <summary>eˣ / Σ eˣ along a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="dtype">The type to compute in.</param>
        public Tensor softmax(long dim, ScalarType? dtype = null) => Ops.softmax(this, dim, dtype);

        /// <summary>ln(eˣ / Σ eˣ) along a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="dtype">The type to compute in.</param>
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Ops.log_softmax(this, dim, dtype);

        /// <summary>ln sigmoid(x) for every element x.</summary>
        public Tensor log_sigmoid() => Ops.log_sigmoid(this);
    }

    /// <inheritdoc cref="Tensor.softmax(long, ScalarType?)"/>
    public static Tensor softmax(Tensor input, int dim, ScalarType? dtype = null) => Ops.softmax(input, dim, dtype);

    /// <inheritdoc cref="Tensor.log_softmax(long, ScalarType?)"/>
    public static Tensor log_softmax(Tensor input, int dim, ScalarType? dtype = null) => Ops.log_softmax(input, dim, dtype);

    /// <inheritdoc cref="Tensor.relu()"/>
    public static Tensor relu(Tensor input) => Ops.relu(input);
}
