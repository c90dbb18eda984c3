using System.Globalization;

namespace Kiln.Training;

/// <summary>The settings of a generator, read from "moons(n=500, noise=0.2)".</summary>
internal sealed class GeneratorSettings
{
    private const int MostPoints = 5_000_000;

    private readonly Dictionary<string, double> _values;

    private GeneratorSettings(GeneratorKind kind) => _values = kind.Settings.ToDictionary(setting => setting.Name, setting => setting.Default);

    public int Count => Whole("n");

    public double this[string name] => _values[name];

    public int Whole(string name) => (int)_values[name];

    /// <exception cref="DataException">A setting is unknown, is no number, or makes no sense.</exception>
    public static GeneratorSettings Parse(GeneratorKind kind, string text)
    {
        var settings = new GeneratorSettings(kind);
        int open = text.IndexOf('(', StringComparison.Ordinal);
        if (open >= 0)
        {
            if (!text.TrimEnd().EndsWith(')')) throw Wrong(kind, $"the bracket in '{text}' is not closed");
            string inner = text.TrimEnd()[(open + 1)..^1];
            foreach (string part in inner.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) settings.Set(kind, part);
        }
        settings.Check(kind);
        return settings;
    }

    private void Set(GeneratorKind kind, string part)
    {
        string[] sides = part.Split('=', 2, StringSplitOptions.TrimEntries);
        if (!_values.ContainsKey(sides[0]))
            throw Wrong(kind, $"there is no setting '{sides[0]}'. {Suggestions.Hint(sides[0], _values.Keys)}".TrimEnd('.'));
        if (sides.Length < 2 || !double.TryParse(sides[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
            throw Wrong(kind, $"expected a number as {sides[0]}, got '{(sides.Length < 2 ? "" : sides[1])}'");
        _values[sides[0]] = value;
    }

    private void Check(GeneratorKind kind)
    {
        Require(kind, "n", 1, MostPoints, whole: true);
        Require(kind, "classes", 2, 100, whole: true);
        Require(kind, "features", 1, 10_000, whole: true);
        Require(kind, "noise", 0, 1e6, whole: false);
        Require(kind, "factor", 0.01, 0.99, whole: false);
    }

    private void Require(GeneratorKind kind, string name, double least, double most, bool whole)
    {
        if (!_values.TryGetValue(name, out double value)) return;
        if (value < least || value > most || (whole && value != Math.Floor(value)))
        {
            throw Wrong(kind, string.Create(CultureInfo.InvariantCulture,
                $"expected {(whole ? "a whole number" : "a number")} from {least} to {most} as {name}, got {value}"));
        }
    }

    private static DataException Wrong(GeneratorKind kind, string what) => new($"Data '{kind.Name}': {what}. Write for example {kind.Usage}.");
}
