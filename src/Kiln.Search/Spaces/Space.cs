using System.Collections.Immutable;

namespace Kiln.Search;

/// <summary>The hyperparameters of a search and the values they may take.</summary>
/// <remarks>
/// <para>The language: hyperparameters separated by spaces, each <c>name=values</c>, where values are
/// <c>0..0.5</c> (a range), <c>log(1e-4,1e-1)</c> (a range, evenly spread in its logarithm), <c>1..4(int)</c> and
/// <c>16..256(log,int)</c> (whole numbers), <c>0..1(step=0.1)</c> and <c>32..256(int,step=32)</c> (steps), <c>{32,64}</c> (a choice; texts
/// with spaces in double quotes), <c>bool</c>, or a single value that is held fixed. <c>/N</c> after a range gives the number of levels a
/// grid divides it into (default 5, ends included); a choice is tried as it is listed, steps all.</para>
/// <para><c>momentum=0..0.99 if optimizer=sgd</c>: a hyperparameter that only means something where one before it has a value
/// (<c>optimizer=sgd</c>, <c>optimizer={sgd,rmsprop}</c>, <c>optimizer!=adam</c>, <c>layers>=2</c>). Elsewhere a trial does not have it.</para>
/// <para><c>where width*layers&lt;=512</c>: a rule for combinations, behind the hyperparameters it names; numbers, + - * / and parentheses;
/// several rules each have their <c>where</c>. A rule about a hyperparameter that a trial does not have says nothing of that trial.</para>
/// <para>In C#: <c>Space.Of(Space.Log("lr", 1e-5, 1e-1), Space.Choice("optimizer", "sgd", "adam"),
/// Space.Float("momentum", 0, 0.99).If("optimizer", "sgd")).Where("lr &lt;= 0.05")</c>.</para>
/// </remarks>
public sealed partial class Space
{
    /// <summary>Levels that a grid divides a range into where the space does not say.</summary>
    public const int DefaultLevels = 5;

    private readonly Lazy<SpaceGrid> _grid;

    /// <summary>Makes a space of dimensions.</summary>
    /// <param name="dimensions">The dimensions, at least one, no name twice, each behind the one its condition names.</param>
    /// <param name="constraints">Rules for combinations; default none.</param>
    /// <exception cref="ArgumentException">There are none, a name stands twice, or a condition names none before it.</exception>
    public Space(ImmutableArray<Dimension> dimensions, ImmutableArray<Constraint> constraints = default)
    {
        if (dimensions.IsDefaultOrEmpty)
            throw new ArgumentException("Space: expected at least one hyperparameter, got none. Write for example lr=log(1e-4,1e-1).", nameof(dimensions));
        if (dimensions.GroupBy(dimension => dimension.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"Space: hyperparameter '{twice.Key}' stands twice. Leave one out.", nameof(dimensions));
        for (var i = 0; i < dimensions.Length; i++)
            if (dimensions[i].Condition is { } condition && !dimensions.Take(i).Any(dimension => dimension.Name == condition.Parent))
                throw new ArgumentException($"Space: '{dimensions[i].Name}' depends on '{condition.Parent}', which does not stand before it. Write '{condition.Parent}' first.", nameof(dimensions));
        (Dimensions, Constraints) = (dimensions, constraints.IsDefault ? [] : constraints);
        _grid = new Lazy<SpaceGrid>(() => new SpaceGrid(this));
    }

    /// <summary>The dimensions in the order in which they were written.</summary>
    public ImmutableArray<Dimension> Dimensions { get; }

    /// <summary>Rules that combinations keep to, in the order in which they were written.</summary>
    public ImmutableArray<Constraint> Constraints { get; }

    /// <summary>The space in one canonical text; <see cref="Parse"/> makes an equal space of it.</summary>
    public string Text => string.Join(" ",
        Dimensions.Select(dimension => $"{dimension.Name}={dimension.Text}{(dimension.Condition is { } condition ? $" if {condition.Text}" : "")}")
            .Concat(Constraints.Select(constraint => $"where {constraint.Text}")));

    /// <summary>Number of points of the grid over the space; <see cref="long.MaxValue"/> stands for that many and more.</summary>
    public long GridSize => Grid.Size;

    /// <summary>The points of a grid over the space.</summary>
    internal SpaceGrid Grid => _grid.Value;

    /// <summary>Reads a space, such as <c>lr=log(1e-4,1e-1) width={32,64} drop=0..0.5 layers=1..4(int)</c>.</summary>
    /// <param name="text">The text; the language is in the remarks of <see cref="Space"/>.</param>
    /// <returns>The space.</returns>
    /// <exception cref="SpaceSyntaxException">The text is no space; the message points at the character and says what to write.</exception>
    public static Space Parse(string text) => new SpaceParser(text).Parse();

    /// <summary>The same space with changed dimensions; conditions and constraints stay.</summary>
    /// <param name="change">Makes a dimension of each dimension, under the same name.</param>
    /// <returns>The space.</returns>
    public Space Select(Func<Dimension, Dimension> change) =>
        new([.. Dimensions.Select(dimension => change(dimension) with { Condition = dimension.Condition })], Constraints);

    /// <summary>Whether a trial's parameters are a point of the space: a value of each dimension whose condition holds, and no rule broken.</summary>
    /// <param name="parameters">The parameters by name; others are not looked at.</param>
    /// <returns>True when they are.</returns>
    public bool Contains(IReadOnlyDictionary<string, ParameterValue> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return Dimensions.All(dimension => dimension.Condition?.Holds(parameters) == false
                ? !parameters.ContainsKey(dimension.Name)
                : parameters.TryGetValue(dimension.Name, out var value) && dimension.Contains(value))
            && Allows(parameters);
    }

    /// <summary>Whether parameters keep to all rules.</summary>
    internal bool Allows(IReadOnlyDictionary<string, ParameterValue> parameters)
    {
        foreach (var constraint in Constraints)
            if (!constraint.Holds(parameters)) return false;
        return true;
    }

    /// <summary>The canonical text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;
}
