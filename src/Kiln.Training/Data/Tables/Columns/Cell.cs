namespace Kiln.Training;

/// <summary>A cell of a table as it is kept.</summary>
/// <param name="Number">Its number, or days since 1970 of a date; NaN where it is neither, or missing.</param>
/// <param name="Code">Index of its text in <see cref="TextColumn.Texts"/>; -1 where it is missing, or the column has too many different ones.</param>
internal readonly record struct Cell(float Number, int Code);
