using System.Collections.Immutable;
using System.Globalization;

namespace Kiln.Search;

/// <summary>When a hyperparameter means anything: only where another one has certain values, <c>if optimizer=sgd</c>.</summary>
/// <param name="Parent">Name of the other one, which stands before it in the space.</param>
/// <param name="Comparison">How its value is compared.</param>
/// <param name="Values">
/// With <see cref="Comparison.Equal"/> and <see cref="Comparison.NotEqual"/> the values, of which one or none must be it; else one bound.
/// </param>
public sealed record Condition(string Parent, Comparison Comparison, ImmutableArray<ParameterValue> Values)
{
    /// <summary>The condition in the language of <see cref="Space.Parse"/>, without <c>if</c>.</summary>
    public string Text => Parent + Comparison.Sign() + (Values is [var single] ? Written(single) : $"{{{string.Join(",", Values.Select(ChoiceDimension.Quoted))}}}");

    /// <summary>Whether it holds for what is chosen so far. Where the parent means nothing, neither does the child.</summary>
    /// <param name="parameters">Parameters by name, the parent among them where it has a value.</param>
    /// <returns>True when it holds.</returns>
    public bool Holds(IReadOnlyDictionary<string, ParameterValue> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (!parameters.TryGetValue(Parent, out var value)) return false;
        return Comparison switch
        {
            Comparison.Equal => Values.Contains(value),
            Comparison.NotEqual => !Values.Contains(value),
            _ => value.Kind is ParameterKind.Double or ParameterKind.Long && Comparison.Holds(value.AsDouble(), Values[0].AsDouble()),
        };
    }

    private static string Written(ParameterValue value) =>
        value.Kind == ParameterKind.Double ? value.AsDouble().ToString("R", CultureInfo.InvariantCulture) : ChoiceDimension.Quoted(value);
}
