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
    /// <remarks>A list of numbers that rises or falls throughout; of two values there is nothing between.</remarks>
    internal override bool IsOrdered => Values.Length > 2 && IsNumber && (Goes(1) || Goes(-1));

    /// <inheritdoc/>
    internal override double ValueWidth => 1.0 / Values.Length;

    /// <inheritdoc/>
    internal override double Settled(double place) => PlaceOf(At(place));

    /// <inheritdoc/>
    public override bool Contains(ParameterValue value) => Values.Contains(value);

    private bool Goes(int sign)
    {
        for (var i = 1; i < Values.Length; i++)
            if (Math.Sign(Values[i].AsDouble() - Values[i - 1].AsDouble()) != sign) return false;
        return true;
    }

    /// <summary>A value as it is written in a choice.</summary>
    internal static string Quoted(ParameterValue value)
    {
        var text = value.ToString();
        return text.Length == 0 || text.AsSpan().ContainsAny(" \t,{}") ? $"\"{text}\"" : text;
    }
}
