using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The sizes and switches of a recurrent network or cell.</summary>
internal sealed record RecurrentOptions
{
    public required long InputSize { get; init; }

    public required long HiddenSize { get; init; }

    public long NumLayers { get; init; } = 1;

    public nn.NonLinearities NonLinearity { get; init; } = nn.NonLinearities.Tanh;

    public bool Bias { get; init; } = true;

    public bool BatchFirst { get; init; }

    public double Dropout { get; init; }

    public bool Bidirectional { get; init; }

    public Device? Device { get; init; }

    public ScalarType? Dtype { get; init; }

    /// <summary>How many networks read the sequence: one, or one in each direction.</summary>
    public long Directions => Bidirectional ? 2 : 1;

    public RecurrentOptions Checked(string name)
    {
        if (InputSize < 1 || HiddenSize < 1 || NumLayers < 1)
            throw new ArgumentException($"{name}: expected sizes of at least 1, got inputSize {InputSize}, hiddenSize {HiddenSize} and numLayers {NumLayers}.");
        if (Dropout is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException("dropout", $"{name}: expected a dropout in 0..1, got {Text.Of(Dropout)}.");
        return this;
    }
}
