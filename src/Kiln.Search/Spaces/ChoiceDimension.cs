using System.Collections.Immutable;

namespace Kiln.Search;

/// <summary>One of some values, each as probable: <c>{32,64}</c>; a single value, <c>adam</c>, is held fixed.</summary>
/// <param name="Name">Name of the hyperparameter.</param>
/// <param name="Values">The values, in the order in which a grid tries them; at least one.</param>
public sealed record ChoiceDimension(string Name, ImmutableArray<ParameterValue> Values) : Dimension(Name)
{
    /// <inheritdoc/>
    public override ImmutableArray<ParameterValue> Levels => Values;

    /// <inheritdoc/>
    public override int? Categories => Values.Length;

    /// <inheritdoc/>
    public override bool IsNumber => Values.All(value => value.Kind is ParameterKind.Double or ParameterKind.Long);

    /// <inheritdoc/>
    public override string Text => $"{{{string.Join(",", Values.Select(Quoted))}}}";

    /// <inheritdoc/>
    public override ParameterValue At(double place) => Values[Math.Min((int)(place * Values.Length), Values.Length - 1)];

    /// <inheritdoc/>
    public override double PlaceOf(ParameterValue value) => (Values.IndexOf(value) + 0.5) / Values.Length;

    /// <inheritdoc/>
    public override bool Contains(ParameterValue value) => Values.Contains(value);

    /// <summary>A value as it is written in a choice.</summary>
    internal static string Quoted(ParameterValue value)
    {
        var text = value.ToString();
        return text.Length == 0 || text.AsSpan().ContainsAny(" \t,{}") ? $"\"{text}\"" : text;
    }
}
