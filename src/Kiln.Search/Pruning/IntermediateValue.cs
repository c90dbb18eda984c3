namespace Kiln.Search;

/// <summary>What a trial reports before its end.</summary>
/// <param name="Step">How much of its resource it has used (epochs, folds, steps), from 1, rising within a trial.</param>
/// <param name="Value">Value of the study's metric there; may be NaN, which counts as worse than any number.</param>
public readonly record struct IntermediateValue(int Step, double Value);
