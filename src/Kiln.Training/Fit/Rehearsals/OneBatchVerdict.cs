using System.Collections.Immutable;

namespace Kiln.Training;

/// <summary>Whether a model can learn one batch by heart.</summary>
/// <param name="Learned">Whether the loss fell to a twentieth of its first value.</param>
/// <param name="Losses">The loss before each step.</param>
/// <param name="Text">What came of it, in words, with a remedy where it failed.</param>
public sealed record OneBatchVerdict(bool Learned, ImmutableArray<double> Losses, string Text);
