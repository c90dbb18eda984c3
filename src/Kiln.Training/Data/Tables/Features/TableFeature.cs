namespace Kiln.Training;

/// <summary>One number that a model sees of each row.</summary>
/// <param name="Name">Its name: that of the column, or "town=Ulm".</param>
/// <param name="Column">Place of the column it is made of.</param>
/// <param name="Value">The number of a cell; NaN where that is missing.</param>
internal sealed record TableFeature(string Name, int Column, Func<Cell, float> Value);
