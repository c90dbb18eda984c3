using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>The scores of one arm of a comparison.</summary>
/// <param name="Name">Name of the arm.</param>
/// <param name="Values">Its scores, (n), pair by pair with the other arms'.</param>
public sealed record ArmScores(string Name, ImmutableArray<double> Values);
