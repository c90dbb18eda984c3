using System.Collections.Immutable;
using System.Globalization;

namespace Kiln.Training;

/// <summary>
/// The <c>hp</c> of a model definition: each call names a hyperparameter, says what it may be, and returns the value given
/// for this run or else the default. What was asked for is remembered, so commands can list and search it.
/// </summary>
/// <param name="given">Values by name, as text in invariant culture; null for none.</param>
public sealed class Hyperparameters(IReadOnlyDictionary<string, string>? given = null)
{
    private readonly IReadOnlyDictionary<string, string> _given = given ?? ImmutableDictionary<string, string>.Empty;
    private readonly List<Hyperparameter> _asked = [];

    /// <summary>What the definition asked for so far, in order.</summary>
    public IReadOnlyList<Hyperparameter> Asked => _asked;

    /// <summary>Names and values of <see cref="Asked"/>, as a run records them.</summary>
    public ImmutableSortedDictionary<string, string> Values =>
        _asked.ToImmutableSortedDictionary(asked => asked.Name, asked => asked.Value, StringComparer.Ordinal);

    /// <summary>A whole number.</summary>
    /// <param name="name">Its name, as in <c>--space "hidden=32..256"</c>.</param>
    /// <param name="low">Smallest value.</param>
    /// <param name="high">Largest value, which is allowed.</param>
    /// <param name="default">Value when none is given; the middle if left out.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ModelException">The value given is no whole number in the range.</exception>
    public int Int(string name, int low, int high, int? @default = null)
    {
        int standard = @default ?? (int)(((long)low + high) / 2);
        Hyperparameter asked = Ask(name, HyperparameterKind.Int, low, high, [], standard.ToString(CultureInfo.InvariantCulture));
        return int.Parse(Allowed(asked), CultureInfo.InvariantCulture);
    }

    /// <summary>A number, searched evenly.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="low">Smallest value.</param>
    /// <param name="high">Largest value, which is allowed.</param>
    /// <param name="default">Value when none is given; the middle if left out.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ModelException">The value given is no number in the range.</exception>
    public double Float(string name, double low, double high, double? @default = null) =>
        Number(Ask(name, HyperparameterKind.Float, low, high, [], Text(@default ?? low + (high - low) / 2)));

    /// <summary>A positive number, searched evenly in its logarithm.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="low">Smallest value, above 0.</param>
    /// <param name="high">Largest value, which is allowed.</param>
    /// <param name="default">Value when none is given; the geometric middle if left out.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ModelException">The value given is no number in the range, or the range starts at 0 or below.</exception>
    public double Log(string name, double low, double high, double? @default = null)
    {
        if (low <= 0)
            throw new ModelException($"hp.Log(\"{name}\", {Text(low)}, {Text(high)}): expected a range above 0, got {Text(low)}. Use hp.Float.");
        return Number(Ask(name, HyperparameterKind.Log, low, high, [], Text(@default ?? Math.Sqrt(low * high))));
    }

    /// <summary>True or false.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="default">Value when none is given (false).</param>
    /// <returns>The value.</returns>
    /// <exception cref="ModelException">The value given is neither true nor false.</exception>
    public bool Bool(string name, bool @default = false)
    {
        Hyperparameter asked = Ask(name, HyperparameterKind.Bool, null, null, [], @default ? "true" : "false");
        return bool.Parse(Allowed(asked));
    }

    /// <summary>One of a list; the first is the default.</summary>
    /// <typeparam name="T">Text, numbers or anything with a text of its own.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="options">What to choose from.</param>
    /// <returns>The option chosen.</returns>
    /// <exception cref="ModelException">The value given is none of the options.</exception>
    public T Choice<T>(string name, params IReadOnlyList<T> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ImmutableArray<string> texts = [.. options.Select(option => TextOf(option))];
        if (texts.IsEmpty)
            throw new ModelException($"hp.Choice(\"{name}\"): expected at least one option, got none.");
        Hyperparameter asked = Ask(name, HyperparameterKind.Choice, null, null, texts, texts[0]);
        return options[texts.IndexOf(Allowed(asked))];
    }

    /// <summary>Refuses values for names the definition never asked for: a mistyped name must not be a silent default.</summary>
    internal void RequireAllUsed()
    {
        string[] names = [.. _asked.Select(asked => asked.Name)];
        string? unknown = _given.Keys.Order(StringComparer.Ordinal).FirstOrDefault(name => !names.Contains(name));
        if (unknown is not null)
            throw new ModelException($"It has no hyperparameter '{unknown}'. {Suggestions.Hint(unknown, names)}");
    }

    private Hyperparameter Ask(
        string name, HyperparameterKind kind, double? low, double? high, ImmutableArray<string> options, string standard)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (low > high)
            throw new ModelException($"hp.{kind}(\"{name}\"): expected low <= high, got {Text(low!.Value)} and {Text(high!.Value)}.");
        var asked = new Hyperparameter(name, kind, low, high, options, standard, _given.GetValueOrDefault(name, standard));
        Hyperparameter? before = _asked.Find(other => other.Name == name);
        if (before is null)
            _asked.Add(asked);
        else if (!before.AsksTheSameAs(asked))
            throw new ModelException($"Hyperparameter '{name}' is asked for twice, as {before.Allowed} and as {asked.Allowed}. Give the two different names.");
        return asked;
    }

    private static double Number(Hyperparameter asked) => double.Parse(Allowed(asked), CultureInfo.InvariantCulture);

    private static string Allowed(Hyperparameter asked) => asked.Allows(asked.Value)
        ? asked.Value
        : throw new ModelException($"Hyperparameter '{asked.Name}': expected {asked.Allowed}, got '{asked.Value}'.");

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string TextOf<T>(T option) => Convert.ToString(option, CultureInfo.InvariantCulture) ?? "";
}
