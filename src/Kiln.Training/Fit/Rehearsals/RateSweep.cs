using System.Collections.Immutable;

namespace Kiln.Training;

/// <summary>The losses at growing learning rates.</summary>
/// <param name="Rates">(T) the rate of each step.</param>
/// <param name="Losses">(T) the loss of each step's batch, before the step.</param>
/// <param name="Smoothed">(T) a running mean of the losses, without its bias towards the start.</param>
/// <param name="Suggested">The rate at which the smoothed loss falls most steeply; null where it does not fall.</param>
/// <param name="Text">What came of it, in words.</param>
public sealed record RateSweep(ImmutableArray<double> Rates, ImmutableArray<double> Losses, ImmutableArray<double> Smoothed, double? Suggested, string Text);
