namespace TorchSharp.Modules;

/// <summary>The options of a group of parameters. What is null takes the optimizer's own value.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/optim.html#per-parameter-options"/>
/// <seealso href="https://docs.pytorch.org/docs/1.13/optim.html#per-parameter-options"/>
public record OptimizerOptions
{
    /// <summary>The learning rate of the next step.</summary>
    public double? LearningRate { get; set; }

    /// <summary>The learning rate at construction, from which schedules start.</summary>
    public double InitialLearningRate { get; set; }

    /// <summary>The factor of the squared weights in the loss, for optimizers that have one.</summary>
    internal virtual double Decay => 0;

    /// <summary>Whether to climb instead of descend.</summary>
    internal virtual bool Climbs => false;

    internal virtual OptimizerOptions WithDefaults(OptimizerOptions defaults) => this with { LearningRate = LearningRate ?? defaults.LearningRate };

    /// <summary>Throws unless every value is in its range.</summary>
    internal virtual void Check(string optimizer) => AtLeastZero(optimizer, "lr", LearningRate);

    /// <summary>Writes the options as TorchSharp does.</summary>
    internal virtual void Save(BinaryWriter writer)
    {
        writer.Write(InitialLearningRate);
        writer.Write(LearningRate!.Value);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    internal virtual void Load(BinaryReader reader)
    {
        InitialLearningRate = reader.ReadDouble();
        LearningRate = reader.ReadDouble();
    }

    private protected static void AtLeastZero(string optimizer, string name, double? value) =>
        InRange(optimizer, name, value, value >= 0, "of at least 0");

    private protected static void Fraction(string optimizer, string name, double? value) =>
        InRange(optimizer, name, value, value is >= 0 and < 1, "in 0..1 (1 not included)");

    private protected static void Part(string optimizer, string name, double? value) =>
        InRange(optimizer, name, value, value is >= 0 and <= 1, "in 0..1");

    private protected static void BetweenZeroAndOne(string optimizer, string name, double? value) =>
        InRange(optimizer, name, value, value is > 0 and < 1, "between 0 and 1");

    private protected static void AboveOne(string optimizer, string name, double? value) =>
        InRange(optimizer, name, value, value > 1, "above 1");

    private static void InRange(string optimizer, string name, double? value, bool holds, string range)
    {
        if (!holds) throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"{optimizer}: expected {name} {range}, got {value}."));
    }
}
