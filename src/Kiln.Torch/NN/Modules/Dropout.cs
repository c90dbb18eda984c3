using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>In training mode sets each value to zero with probability p and scales the rest by 1 / (1 − p).</summary>
/// <remarks>Input and output (*). Source: PyTorch, torch.nn.Dropout; Hinton et al. 2012.</remarks>
public sealed class Dropout : ParameterLessModule<Tensor, Tensor>
{
    internal Dropout(double p, bool inplace) : base(nameof(Dropout))
    {
        this.p = p;
        this.inplace = inplace;
    }

    /// <summary>The probability that a value becomes zero.</summary>
    public double p { get; set; }

    /// <summary>Whether the input is overwritten.</summary>
    public bool inplace { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.dropout(input, p, training, inplace);

    private protected override string Extra => string.Create(CultureInfo.InvariantCulture, $"p={Text.Of(p)}, inplace={Text.Of(inplace)}");
}

/// <summary>In training mode sets whole channels to zero with probability p and scales the rest by 1 / (1 − p).</summary>
/// <remarks>Input and output (N, C, H, W). Source: PyTorch, torch.nn.Dropout2d; Tompson et al. 2015.</remarks>
public sealed class Dropout2d : ParameterLessModule<Tensor, Tensor>
{
    internal Dropout2d(double p, bool inplace) : base(nameof(Dropout2d))
    {
        this.p = p;
        this.inplace = inplace;
    }

    /// <summary>The probability that a channel becomes zero.</summary>
    public double p { get; set; }

    /// <summary>Whether the input is overwritten.</summary>
    public bool inplace { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.dropout2d(input, p, training, inplace);

    private protected override string Extra => string.Create(CultureInfo.InvariantCulture, $"p={Text.Of(p)}, inplace={Text.Of(inplace)}");
}
