using System.Globalization;

namespace Kiln.Search;

/// <summary>What a <see cref="ParameterValue"/> holds.</summary>
public enum ParameterKind
{
    /// <summary>A real number.</summary>
    Double,

    /// <summary>A whole number.</summary>
    Long,

    /// <summary>A text.</summary>
    Text,

    /// <summary>True or false.</summary>
    Bool,
}

/// <summary>The value of one hyperparameter: a real or whole number, a text, or true or false.</summary>
/// <remarks>Its text is invariant, and <see cref="Parse"/> makes an equal value of it (except of a text that looks like a number).</remarks>
public readonly record struct ParameterValue
{
    private readonly double _number;
    private readonly long _integer;
    private readonly string? _text;

    /// <summary>A real number.</summary>
    /// <param name="value">The number.</param>
    public ParameterValue(double value) => (Kind, _number) = (ParameterKind.Double, value);

    /// <summary>A whole number.</summary>
    /// <param name="value">The number.</param>
    public ParameterValue(long value) => (Kind, _integer) = (ParameterKind.Long, value);

    /// <summary>A text.</summary>
    /// <param name="value">The text.</param>
    public ParameterValue(string value) => (Kind, _text) = (ParameterKind.Text, value);

    /// <summary>True or false.</summary>
    /// <param name="value">Which.</param>
    public ParameterValue(bool value) => (Kind, _integer) = (ParameterKind.Bool, value ? 1 : 0);

    /// <summary>What it holds.</summary>
    public ParameterKind Kind { get; }

    /// <summary>A real number as a value.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator ParameterValue(double value) => new(value);

    /// <summary>A whole number as a value.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator ParameterValue(long value) => new(value);

    /// <summary>A text as a value.</summary>
    /// <param name="value">The text.</param>
    public static implicit operator ParameterValue(string value) => new(value);

    /// <summary>True or false as a value.</summary>
    /// <param name="value">Which.</param>
    public static implicit operator ParameterValue(bool value) => new(value);

    /// <summary>Reads a value: a whole number, a real number, true or false, or else a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The value.</returns>
    public static ParameterValue Parse(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
            return integer;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return number;
        return text switch { "true" => true, "false" => false, _ => text };
    }

    /// <summary>The value as a real number.</summary>
    /// <returns>The number.</returns>
    /// <exception cref="InvalidOperationException">It is no number.</exception>
    public double AsDouble() => Kind switch
    {
        ParameterKind.Double => _number,
        ParameterKind.Long => _integer,
        _ => throw Wrong("a number"),
    };

    /// <summary>The value as a whole number.</summary>
    /// <returns>The number.</returns>
    /// <exception cref="InvalidOperationException">It is no whole number.</exception>
    public long AsLong() => Kind == ParameterKind.Long ? _integer : throw Wrong("a whole number");

    /// <summary>The value as true or false.</summary>
    /// <returns>Which.</returns>
    /// <exception cref="InvalidOperationException">It is neither.</exception>
    public bool AsBool() => Kind == ParameterKind.Bool ? _integer != 0 : throw Wrong("true or false");

    /// <summary>The value as invariant text: numbers in the shortest form that reads back equal, a real one always with <c>.</c> or <c>E</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Kind switch
    {
        ParameterKind.Double => DoubleText(_number),
        ParameterKind.Long => _integer.ToString(CultureInfo.InvariantCulture),
        ParameterKind.Bool => _integer != 0 ? "true" : "false",
        _ => _text ?? "",
    };

    private static string DoubleText(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.IsFinite(value) && !text.AsSpan().ContainsAny('.', 'E') ? text + ".0" : text;
    }

    private InvalidOperationException Wrong(string expected) => new($"Hyperparameter value: expected {expected}, got '{this}'.");
}
