using System.Collections.Immutable;

namespace Kiln.Training;

/// <summary>How a table is read; everything is found out from the table itself where nothing is said.</summary>
public sealed record TableOptions
{
    /// <summary>
    /// What the target is (default "auto"): "classification", "regression" or "multi-label". Auto takes texts and at most
    /// 20 different whole numbers as classes, several columns of 0 and 1 as labels, and all else as numbers.
    /// </summary>
    public string Task { get; init; } = "auto";

    /// <summary>Columns to leave out (default: none).</summary>
    public ImmutableArray<string> Drop { get; init; } = [];

    /// <summary>Columns whose numbers are names, such as post codes (default: none).</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>A column of text with more different values than this is left out (default 50).</summary>
    public int MaxCategories { get; init; } = 50;

    /// <summary>A column of sentences that is the input; all other columns are then left out. Default null: none.</summary>
    public string? Text { get; init; }

    /// <summary>Tokens kept of each text (default 64); shorter ones are filled up.</summary>
    public int Length { get; init; } = 64;

    /// <summary>Sign between the cells of a file; null (default) finds it out among comma, semicolon, tab and bar.</summary>
    public char? Separator { get; init; }

    /// <summary>Whether a file's first line holds the names; null (default) finds it out.</summary>
    public bool? Header { get; init; }
}
