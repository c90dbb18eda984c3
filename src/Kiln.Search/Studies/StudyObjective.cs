namespace Kiln.Search;

/// <summary>One of the things that a study seeks.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Goal">Its direction.</param>
public sealed record StudyObjective(string Metric, Goal Goal);
