using System.Collections.Immutable;
using System.Globalization;

namespace Kiln.Training;

/// <summary>One hyperparameter a definition asked for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What values it takes.</param>
/// <param name="Low">Smallest value; null for choices and booleans.</param>
/// <param name="High">Largest value, which is allowed; null for choices and booleans.</param>
/// <param name="Options">The texts to choose from; empty for numbers.</param>
/// <param name="Default">The value taken when none is given, as text.</param>
/// <param name="Value">The value this module was built with, as text (invariant culture).</param>
public sealed record Hyperparameter(
    string Name, HyperparameterKind Kind, double? Low, double? High, ImmutableArray<string> Options, string Default, string Value)
{
    /// <summary>The values allowed, in words: "an integer from 32 to 256".</summary>
    public string Allowed => Kind switch
    {
        HyperparameterKind.Int => FormattableString.Invariant($"an integer from {Low} to {High}"),
        HyperparameterKind.Float or HyperparameterKind.Log => FormattableString.Invariant($"a number from {Low} to {High}"),
        HyperparameterKind.Bool => "true or false",
        _ => $"one of {string.Join(", ", Options)}",
    };

    /// <summary>Whether the definition takes a value.</summary>
    /// <param name="value">The value as text, in invariant culture.</param>
    /// <returns>True when it does.</returns>
    public bool Allows(string value) => Kind switch
    {
        HyperparameterKind.Int => int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out int whole) && whole >= Low && whole <= High,
        HyperparameterKind.Float or HyperparameterKind.Log => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= Low && number <= High,
        HyperparameterKind.Bool => bool.TryParse(value, out _),
        _ => Options.Contains(value),
    };

    internal bool AsksTheSameAs(Hyperparameter other) =>
        (Kind, Low, High, Default) == (other.Kind, other.Low, other.High, other.Default) && Options.SequenceEqual(other.Options);
}

/// <summary>What values a hyperparameter takes.</summary>
public enum HyperparameterKind
{
    /// <summary>Whole numbers.</summary>
    Int,

    /// <summary>Numbers, searched evenly.</summary>
    Float,

    /// <summary>Positive numbers, searched evenly in their logarithm.</summary>
    Log,

    /// <summary>One of a list.</summary>
    Choice,

    /// <summary>True or false.</summary>
    Bool,
}
