using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalises groups of channels of each example to mean 0 and variance 1, then scales and shifts each channel.</summary>
/// <remarks>(N, C, *) to (N, C, *). Source: Wu and He 2018.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.GroupNorm.html"/>
public sealed class GroupNorm : nn.Module<Tensor, Tensor>
{
    private Parameter? _weight;
    private Parameter? _bias;

    internal GroupNorm(GroupNormOptions options) : base(nameof(GroupNorm))
    {
        (num_groups, num_channels, eps, affine) = (options.NumGroups, options.NumChannels, options.Eps, options.Affine);
        if (num_groups < 1 || num_channels < 1 || num_channels % num_groups != 0)
            throw new ArgumentException($"GroupNorm: expected num_channels divisible by num_groups, got {num_channels} channels and {num_groups} groups.", nameof(num_groups));
        if (!affine) return;
        weight = InitialWeights.Filled([num_channels], 1, options.Device, options.Dtype);
        bias = InitialWeights.Filled([num_channels], 0, options.Device, options.Dtype);
    }

    /// <summary>The scale, (num_channels); null without <see cref="affine"/>. Starts at 1.</summary>
    public Parameter weight
    {
        get => _weight!;
        set => SetParameter(ref _weight, nameof(weight), value);
    }

    /// <summary>The shift, (num_channels); null without <see cref="affine"/>. Starts at 0.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => SetParameter(ref _bias, nameof(bias), value);
    }

    /// <summary>The number of groups.</summary>
    public long num_groups { get; }

    /// <summary>The number of channels.</summary>
    public long num_channels { get; }

    /// <summary>What is added to the variance before the root.</summary>
    public double eps { get; set; }

    /// <summary>Whether there are scale and shift.</summary>
    public bool affine { get; }

    /// <summary>Sets scale and shift to their start values.</summary>
    public void reset_parameters()
    {
        if (_weight is not null) nn.init.ones_(_weight);
        if (_bias is not null) nn.init.zeros_(_bias);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        try
        {
            return Ops.group_norm(input, num_groups, _weight, _bias, eps, cudnn_enabled: false);
        }
        catch (TorchException) when (input.dim() < 2 || input.shape[1] != num_channels)
        {
            throw new ArgumentException($"GroupNorm: expected (N, {num_channels}, *), got {Text.Of(input.shape)}. Channels stand in the second dimension.", nameof(input));
        }
    }

    private protected override string Extra => $"{Text.Of(num_groups)}, {Text.Of(num_channels)}, eps={Text.Of(eps)}, affine={Text.Of(affine)}";
}

/// <summary>The sizes of a group normalisation.</summary>
internal sealed record GroupNormOptions
{
    public required long NumGroups { get; init; }

    public required long NumChannels { get; init; }

    public double Eps { get; init; }

    public bool Affine { get; init; }

    public Device? Device { get; init; }

    public ScalarType? Dtype { get; init; }
}
