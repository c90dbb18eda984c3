namespace Kiln.Training;

/// <summary>What a schedule sets before a step.</summary>
/// <param name="Lr">Learning rate.</param>
/// <param name="Momentum">Momentum, or the first beta of optimisers that have betas; null leaves it as it is.</param>
internal readonly record struct Rates(double Lr, double? Momentum = null);
