using System.Collections.Immutable;

namespace Kiln.Search;

/// <summary>True or false: <c>bool</c>.</summary>
/// <param name="Name">Name of the hyperparameter.</param>
public sealed record BoolDimension(string Name) : Dimension(Name)
{
    /// <inheritdoc/>
    public override ImmutableArray<ParameterValue> Levels => [false, true];

    /// <inheritdoc/>
    public override int? Categories => 2;

    /// <inheritdoc/>
    public override bool IsNumber => false;

    /// <inheritdoc/>
    public override string Text => "bool";

    /// <inheritdoc/>
    public override ParameterValue At(double place) => place >= 0.5;

    /// <inheritdoc/>
    public override double PlaceOf(ParameterValue value) => value.AsBool() ? 0.75 : 0.25;

    /// <inheritdoc/>
    public override bool Contains(ParameterValue value) => value.Kind == ParameterKind.Bool;
}
