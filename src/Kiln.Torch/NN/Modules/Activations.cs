using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Rectifier: <c>max(0, x)</c>.</summary>
/// <remarks>Input and output (*). Source: PyTorch, torch.nn.ReLU.</remarks>
public sealed class ReLU : ParameterLessModule<Tensor, Tensor>
{
    internal ReLU(bool inplace) : base(nameof(ReLU)) => this.inplace = inplace;

    /// <summary>Whether the input is overwritten.</summary>
    public bool inplace { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => inplace ? Ops.relu_(input).alias() : Ops.relu(input);

    private protected override string Extra => inplace ? "inplace=True" : "";
}

/// <summary>Leaky rectifier: <c>max(0, x) + negative_slope · min(0, x)</c>.</summary>
/// <remarks>Input and output (*). Source: PyTorch, torch.nn.LeakyReLU.</remarks>
public sealed class LeakyReLU : ParameterLessModule<Tensor, Tensor>
{
    internal LeakyReLU(double negativeSlope, bool inplace) : base(nameof(LeakyReLU))
    {
        negative_slope = negativeSlope;
        this.inplace = inplace;
    }

    /// <summary>The slope for negative values.</summary>
    public double negative_slope { get; set; }

    /// <summary>Whether the input is overwritten.</summary>
    public bool inplace { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.leaky_relu(input, negative_slope, inplace);

    private protected override string Extra => string.Create(CultureInfo.InvariantCulture,
        $"negative_slope={Text.Of(negative_slope)}{(inplace ? ", inplace=True" : "")}");
}

/// <summary>Logistic function: <c>1 / (1 + exp(−x))</c>.</summary>
/// <remarks>Input and output (*). Source: PyTorch, torch.nn.Sigmoid.</remarks>
public sealed class Sigmoid : ParameterLessModule<Tensor, Tensor>
{
    internal Sigmoid(bool inplace) : base(nameof(Sigmoid)) => this.inplace = inplace;

    /// <summary>Whether the input is overwritten.</summary>
    public bool inplace { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.sigmoid(input, inplace);
}

/// <summary>Hyperbolic tangent.</summary>
/// <remarks>Input and output (*). Source: PyTorch, torch.nn.Tanh.</remarks>
public sealed class Tanh : ParameterLessModule<Tensor, Tensor>
{
    internal Tanh(bool inplace) : base(nameof(Tanh)) => this.inplace = inplace;

    /// <summary>Whether the input is overwritten.</summary>
    public bool inplace { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.tanh(input, inplace);
}

/// <summary>Gaussian error linear unit: <c>x · Φ(x)</c>.</summary>
/// <remarks>Input and output (*). Source: PyTorch, torch.nn.GELU; Hendrycks and Gimpel 2016.</remarks>
public sealed class GELU : ParameterLessModule<Tensor, Tensor>
{
    private readonly Approximate _approximate;

    /// <summary>How Φ is computed.</summary>
    public enum Approximate
    {
        /// <summary>Exactly, by the error function.</summary>
        none = 0,

        /// <summary>By a hyperbolic tangent.</summary>
        tanh = 1,
    }

    internal GELU(Approximate approximate, bool inplace) : base(nameof(GELU))
    {
        _approximate = approximate;
        this.inplace = inplace;
    }

    /// <summary>Whether the input is overwritten.</summary>
    public bool inplace { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.gelu(input, _approximate, inplace);

    private protected override string Extra => $"approximate='{_approximate}'";
}

/// <summary>Softmax: <c>exp(xᵢ) / Σⱼ exp(xⱼ)</c> along a dimension.</summary>
/// <remarks>Input and output (*). Source: PyTorch, torch.nn.Softmax.</remarks>
public sealed class Softmax : ParameterLessModule<Tensor, Tensor>
{
    internal Softmax(long dim) : base(nameof(Softmax)) => this.dim = dim;

    /// <summary>The dimension that sums to one.</summary>
    public long dim { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => Ops.softmax(input, dim);

    private protected override string Extra => string.Create(CultureInfo.InvariantCulture, $"dim={dim}");
}

/// <summary>Logarithm of softmax: <c>xᵢ − log Σⱼ exp(xⱼ)</c> along a dimension.</summary>
/// <remarks>Input and output (*). Source: PyTorch, torch.nn.LogSoftmax.</remarks>
public sealed class LogSoftmax : ParameterLessModule<Tensor, Tensor>
{
    internal LogSoftmax(long dim) : base(nameof(LogSoftmax)) => this.dim = dim;

    /// <summary>The dimension whose exponentials sum to one.</summary>
    public long dim { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => Ops.log_softmax(input, dim);

    private protected override string Extra => string.Create(CultureInfo.InvariantCulture, $"dim={dim}");
}
