using System.Collections.Immutable;

namespace Kiln.Training;

/// <summary>What was found in a source while it was read, for the report.</summary>
/// <param name="Columns">The columns of a table; empty for all else.</param>
/// <param name="Remarks">Choices that were made, each with the way to choose otherwise; one sentence or two each.</param>
public sealed record DataFacts(ImmutableArray<ColumnFacts> Columns, ImmutableArray<string> Remarks)
{
    /// <summary>Nothing worth telling.</summary>
    public static DataFacts None { get; } = new([], []);

    /// <summary>Nothing but remarks.</summary>
    internal static DataFacts Of(params IEnumerable<string> remarks) => new([], [.. remarks]);
}
