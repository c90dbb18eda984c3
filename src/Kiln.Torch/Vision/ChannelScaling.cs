using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Numbers for every channel that images are scaled with.</summary>
internal sealed class ChannelScaling
{
    private readonly Tensor _means;
    private readonly Tensor _deviations;
    private readonly ScalarType _type;

    public ChannelScaling(double[] means, double[] deviations, ScalarType type, Device? device)
    {
        if (means.Length != deviations.Length)
            throw new ArgumentException($"Normalize: expected a standard deviation for each of {means.Length} means, got {deviations.Length}.", nameof(deviations));
        (_type, _means, _deviations) = (type, ForChannels(means, type, device), ForChannels(deviations, type, device));
    }

    public Tensor Scale(Tensor image)
    {
        ImageTransform.Require("Normalize", image);
        if (image.size(-3) != _means.size(0))
            throw new ArgumentException($"Normalize: expected {_means.size(0)} channels, one for each mean, got {image.size(-3)} in ({string.Join(", ", image.shape)}).", nameof(image));
        using var numbers = image.to(_type);
        using var centred = numbers - _means;
        return centred / _deviations;
    }

    private static Tensor ForChannels(double[] values, ScalarType type, Device? device) =>
        tensor(values, [values.Length, 1, 1], type, device).DetachFromDisposeScope();
}
