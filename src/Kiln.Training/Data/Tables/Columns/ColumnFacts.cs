namespace Kiln.Training;

/// <summary>What is known of one column of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What its cells were taken as.</param>
/// <param name="Missing">Cells without a value.</param>
/// <param name="Summary">Its range or its categories, in words.</param>
public sealed record ColumnFacts(string Name, ColumnKind Kind, int Missing, string Summary);
