namespace TorchSharp.Modules;

/// <summary>The options of a group of parameters. What is null takes the optimizer's own value.</summary>
public abstract record OptimizerOptions
{
    /// <summary>The learning rate of the next step.</summary>
    public double? LearningRate { get; set; }

    /// <summary>The learning rate at construction, from which schedules start.</summary>
    public double InitialLearningRate { get; set; }

    internal abstract OptimizerOptions WithDefaults(OptimizerOptions defaults);

    /// <summary>Throws unless every value is in its range.</summary>
    internal abstract void Check(string optimizer);

    private protected static void AtLeastZero(string optimizer, string name, double? value)
    {
        if (!(value >= 0))
            throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"{optimizer}: expected {name} of at least 0, got {value}."));
    }

    private protected static void Fraction(string optimizer, string name, double? value)
    {
        if (!(value is >= 0 and < 1))
            throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"{optimizer}: expected {name} in 0..1 (1 not included), got {value}."));
    }
}
