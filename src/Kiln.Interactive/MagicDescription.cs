namespace Kiln.Interactive;

/// <summary>A magic as .NET Interactive is told of it.</summary>
/// <param name="Name">The name with its <c>#!</c>.</param>
/// <param name="Description">One sentence: what it does.</param>
/// <param name="Parameters">What its line may name.</param>
public sealed record MagicDescription(string Name, string Description, IReadOnlyList<MagicParameter> Parameters);
