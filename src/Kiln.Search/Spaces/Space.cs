using System.Collections.Immutable;

namespace Kiln.Search;

/// <summary>The hyperparameters of a search and the values they may take.</summary>
/// <remarks>
/// The language: hyperparameters separated by spaces, each <c>name=values</c>, where values are
/// <c>0..0.5</c> (a range), <c>log(1e-4,1e-1)</c> (a range, evenly spread in its logarithm), <c>1..4(int)</c> and
/// <c>16..256(log,int)</c> (whole numbers), <c>{32,64}</c> (a choice; texts with spaces in double quotes), <c>bool</c>, or a
/// single value that is held fixed. <c>/N</c> after a range gives the number of levels a grid divides it into (default 5, ends
/// included); a choice is tried as it is listed.
/// </remarks>
public sealed class Space
{
    /// <summary>Levels that a grid divides a range into where the space does not say.</summary>
    public const int DefaultLevels = 5;

    /// <summary>Makes a space of dimensions.</summary>
    /// <param name="dimensions">The dimensions, at least one, no name twice.</param>
    /// <exception cref="ArgumentException">There are none, or a name stands twice.</exception>
    public Space(ImmutableArray<Dimension> dimensions)
    {
        if (dimensions.IsDefaultOrEmpty)
            throw new ArgumentException("Space: expected at least one hyperparameter, got none. Write for example lr=log(1e-4,1e-1).", nameof(dimensions));
        if (dimensions.GroupBy(dimension => dimension.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"Space: hyperparameter '{twice.Key}' stands twice. Leave one out.", nameof(dimensions));
        Dimensions = dimensions;
    }

    /// <summary>The dimensions in the order in which they were written.</summary>
    public ImmutableArray<Dimension> Dimensions { get; }

    /// <summary>The space in one canonical text; <see cref="Parse"/> makes an equal space of it.</summary>
    public string Text => string.Join(" ", Dimensions.Select(dimension => $"{dimension.Name}={dimension.Text}"));

    /// <summary>Number of points of the grid over the space; <see cref="long.MaxValue"/> stands for that many and more.</summary>
    public long GridSize => (long)decimal.Min(
        Dimensions.Aggregate(1m, (size, dimension) => decimal.Min(size * dimension.Levels.Length, long.MaxValue)), long.MaxValue);

    /// <summary>Reads a space, such as <c>lr=log(1e-4,1e-1) width={32,64} drop=0..0.5 layers=1..4(int)</c>.</summary>
    /// <param name="text">The text; the language is in the remarks of <see cref="Space"/>.</param>
    /// <returns>The space.</returns>
    /// <exception cref="SpaceSyntaxException">The text is no space; the message points at the character and says what to write.</exception>
    public static Space Parse(string text) => new SpaceParser(text).Parse();

    /// <summary>The canonical text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;
}
