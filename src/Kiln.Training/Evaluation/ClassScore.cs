namespace Kiln.Training;

/// <summary>How well one class, or label, is told from the others.</summary>
/// <param name="Name">The class.</param>
/// <param name="Precision">Share of the examples said to be of it that are.</param>
/// <param name="Recall">Share of its examples that were said to be of it.</param>
/// <param name="F1">Harmonic mean of the two, 0..1.</param>
public sealed record ClassScore(string Name, Rate Precision, Rate Recall, double F1)
{
    /// <summary>How many examples are of it.</summary>
    public long Support => Recall.Of;

    internal static IEnumerable<ClassScore> All(ClassHits hits, IEnumerable<string> names) =>
        names.Select((name, k) => new ClassScore(name, new Rate(hits.Right[k], hits.Said[k]), new Rate(hits.Right[k], hits.True[k]), hits.F1(k)));
}
