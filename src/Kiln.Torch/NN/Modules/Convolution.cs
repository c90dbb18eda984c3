using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What all convolutions share: sizes, weight, bias and padding.</summary>
/// <remarks>A convolution's input without a batch dimension is allowed. Weight and bias are drawn from the uniform distribution on ±1/√(in_channels / groups · kernel volume).</remarks>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    private Parameter? _weight;
    private Parameter? _bias;

    private protected Convolution(string name, ConvolutionOptions options, bool transposed = false) : base(name)
    {
        options.Check(name);
        this.transposed = transposed;
        in_channels = options.InChannels;
        out_channels = options.OutChannels;
        kernel_size = options.KernelSize;
        stride = options.Stride;
        dilation = options.Dilation;
        groups = options.Groups;
        padding_mode = options.PaddingMode;
        (padding, padding_type) = (options.Padding.Sizes, options.Padding.Rule);
        output_padding = options.OutputPadding ?? new long[kernel_size.Length];
        long[] channels = transposed ? [in_channels, out_channels / groups] : [out_channels, in_channels / groups];
        weight = InitialWeights.Empty([.. channels, .. kernel_size], options.Device, options.Dtype);
        if (options.Bias) bias = InitialWeights.Empty([out_channels], options.Device, options.Dtype);
        reset_parameters();
    }

    /// <summary>The kernels, (out_channels, in_channels / groups, kernel sizes…); for a transposed convolution (in_channels, out_channels / groups, kernel sizes…).</summary>
    public Parameter weight
    {
        get => _weight!;
        set => SetParameter(ref _weight, nameof(weight), value);
    }

    /// <summary>The bias, (out_channels), or null.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => SetParameter(ref _bias, nameof(bias), value);
    }

    /// <summary>Channels of the input.</summary>
    public long in_channels { get; }

    /// <summary>Channels of the output.</summary>
    public long out_channels { get; }

    /// <summary>The kernel's sizes.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>The step of the kernel in each dimension.</summary>
    public long[] stride { get; set; }

    /// <summary>The padding on both sides of each dimension; null when <see cref="padding_type"/> decides.</summary>
    public long[]? padding { get; private set; }

    /// <summary>Padding by rule instead of by number, or null.</summary>
    public Padding? padding_type { get; private set; }

    /// <summary>What stands in the padding.</summary>
    public PaddingModes padding_mode { get; set; }

    /// <summary>The spacing between the kernel's points.</summary>
    public long[] dilation { get; set; }

    /// <summary>Size added to one side of the output; only transposed convolutions use it.</summary>
    public long[] output_padding { get; set; }

    /// <summary>Into how many groups channels are split.</summary>
    public long groups { get; set; }

    /// <summary>Whether the convolution is transposed.</summary>
    public bool transposed { get; }

    /// <summary>Pads by these numbers.</summary>
    /// <param name="padding">The padding on both sides of each dimension.</param>
    public void SetPadding(long[] padding)
    {
        this.padding = padding;
        padding_type = null;
    }

    /// <summary>Pads by a rule.</summary>
    /// <param name="padding">The rule.</param>
    public void SetPadding(Padding padding)
    {
        padding_type = padding;
        this.padding = null;
    }

    /// <summary>Draws weight and bias anew.</summary>
    public void reset_parameters()
    {
        InitialWeights.KaimingUniform(weight);
        if (bias is { } b) InitialWeights.UniformByFanIn(b, weight);
    }

    private protected Parameter? Bias => _bias;

    private protected Parameter Weight => _weight!;

    private protected string? PaddingRule => padding_type switch
    {
        null => null,
        Padding.Same => "same",
        _ => "valid",
    };

    /// <summary>The input with its border filled as <see cref="padding_mode"/> says, for modes the operator itself does not know.</summary>
    private protected Tensor Bordered(Tensor input)
    {
        var both = new long[2 * kernel_size.Length];
        for (int i = 0; i < kernel_size.Length; i++)
        {
            long total = padding is { } fixedPadding ? 2 * fixedPadding[i]
                : padding_type == Padding.Same ? dilation[i] * (kernel_size[i] - 1) : 0;
            // The operator counts dimensions from the last one.
            int at = 2 * (kernel_size.Length - 1 - i);
            both[at] = total / 2;
            both[at + 1] = total - total / 2;
        }
        return nn.functional.pad(input, both, padding_mode);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        try
        {
            return Convolve(input);
        }
        catch (TorchException) when (Complaint(input) is not null)
        {
            throw new ArgumentException(Complaint(input), nameof(input));
        }
    }

    /// <summary>Calls the operator of this number of dimensions.</summary>
    private protected abstract Tensor Convolve(Tensor input);

    private string? Complaint(Tensor input)
    {
        var shape = input.shape;
        int channelsAt = shape.Length - 1 - kernel_size.Length;
        if (channelsAt is not (0 or 1))
            return $"{GetName()}: expected {kernel_size.Length + 2} dimensions (N, C, …), got {Text.Of(shape)}. Give the input a batch and a channel dimension with reshape or unsqueeze.";
        return shape[channelsAt] == in_channels ? null
            : $"{GetName()}: expected {in_channels} channels, got {Text.Of(shape)}. Channels stand before the spatial dimensions: permute the input, or give the layer in_channels {shape[channelsAt]}.";
    }

    private protected override string Extra
    {
        get
        {
            var text = new System.Text.StringBuilder(string.Create(CultureInfo.InvariantCulture,
                $"{in_channels}, {out_channels}, kernel_size={Text.Of(kernel_size)}, stride={Text.Of(stride)}"));
            if (PaddingRule is { } rule) text.Append(CultureInfo.InvariantCulture, $", padding={rule}");
            else if (padding!.Any(size => size != 0)) text.Append(CultureInfo.InvariantCulture, $", padding={Text.Of(padding)}");
            if (dilation.Any(size => size != 1)) text.Append(CultureInfo.InvariantCulture, $", dilation={Text.Of(dilation)}");
            if (output_padding.Any(size => size != 0)) text.Append(CultureInfo.InvariantCulture, $", output_padding={Text.Of(output_padding)}");
            if (groups != 1) text.Append(CultureInfo.InvariantCulture, $", groups={groups}");
            if (bias is null) text.Append(", bias=False");
            if (padding_mode != PaddingModes.Zeros) text.Append(CultureInfo.InvariantCulture, $", padding_mode={padding_mode.ToString().ToLowerInvariant()}");
            return text.ToString();
        }
    }
}
