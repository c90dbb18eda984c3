using System.Collections.Immutable;
using System.Globalization;

namespace Kiln.Search;

/// <summary>One hyperparameter of a space and the values it may take.</summary>
/// <param name="Name">Name of the hyperparameter.</param>
public abstract record Dimension(string Name)
{
    /// <summary>Values that a grid tries, in order. Never empty.</summary>
    public abstract ImmutableArray<ParameterValue> Levels { get; }

    /// <summary>The dimension in the language of <see cref="Space.Parse"/>, without its name.</summary>
    public abstract string Text { get; }

    /// <summary>The value at a place of the dimension; equal steps are equally probable.</summary>
    /// <param name="place">The place, at least 0 and less than 1.</param>
    /// <returns>The value.</returns>
    public abstract ParameterValue At(double place);

    /// <summary>A place, in 0..1, at which <see cref="At"/> gives the value: the middle of all such places where values are few.</summary>
    /// <param name="value">A value of the dimension.</param>
    /// <returns>The place.</returns>
    public abstract double PlaceOf(ParameterValue value);

    /// <summary>The place at which the value at a place stands: that place, but where one value has many.</summary>
    internal virtual double Settled(double place) => place;

    /// <summary>
    /// A value near another one, inside the dimension: so many times it where any number of a range will do, else its neighbour in
    /// the list of values, downwards for a factor below 1.
    /// </summary>
    internal virtual ParameterValue Perturbed(ParameterValue value, double factor)
    {
        var at = Levels.IndexOf(At(PlaceOf(value))) + (factor < 1 ? -1 : 1);
        return Levels[Math.Clamp(at, 0, Levels.Length - 1)];
    }

    /// <summary>Number of values where there are few that have no order, such as words; null where places near each other mean alike.</summary>
    public virtual int? Categories => null;

    /// <summary>Whether values stand in an order, so that neighbours tell of each other: of all but words and of lists that jump.</summary>
    internal virtual bool IsOrdered => Categories is null;

    /// <summary>The part of the range of places that belongs to one value, where values are few and ordered; 0 where any number will do.</summary>
    internal virtual double ValueWidth => 0;

    /// <summary>Whether all its values are numbers.</summary>
    public virtual bool IsNumber => true;

    /// <summary>When the hyperparameter means anything; null (default) for always. See <see cref="If(string, ParameterValue[])"/>.</summary>
    public Condition? Condition { get; init; }

    /// <summary>The same dimension, but only where another one has one of some values.</summary>
    /// <param name="parent">Name of the other one, which stands before this one in the space.</param>
    /// <param name="values">The values, at least one.</param>
    /// <returns>The dimension.</returns>
    public Dimension If(string parent, params ParameterValue[] values) => this with { Condition = new Condition(parent, Comparison.Equal, [.. values]) };

    /// <summary>The same dimension, but only where another one compares so.</summary>
    /// <param name="parent">Name of the other one, a number, which stands before this one in the space.</param>
    /// <param name="comparison">How it is compared.</param>
    /// <param name="bound">With what.</param>
    /// <returns>The dimension.</returns>
    public Dimension If(string parent, Comparison comparison, double bound) => this with { Condition = new Condition(parent, comparison, [bound]) };

    /// <summary>Whether a value belongs to the dimension.</summary>
    /// <param name="value">The value.</param>
    /// <returns>True when it does.</returns>
    public abstract bool Contains(ParameterValue value);

    /// <summary>A number as one writes it.</summary>
    private protected static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The places of <paramref name="count"/> levels, ends included; one level stands in the middle.</summary>
    private protected static IEnumerable<double> Places(int count) =>
        Enumerable.Range(0, count).Select(i => count == 1 ? 0.5 : i / (count - 1.0));
}
