namespace Kiln.Training;

/// <summary>Which examples are shown with their predictions.</summary>
public sealed record ExampleOptions
{
    /// <summary>The words that <see cref="Show"/> takes.</summary>
    public static IReadOnlyList<string> Shows { get; } = ["worst", "random", "confusion"];

    /// <summary>train, validation or test; default: test.</summary>
    public string Split { get; init; } = "test";

    /// <summary>worst (the largest losses), random, or confusion (of the commonest mistakes, some each); default: worst.</summary>
    public string Show { get; init; } = "worst";

    /// <summary>How many, 1 to 100; default: 16.</summary>
    public int Count { get; init; } = 16;

    /// <summary>gradient, occlusion or none: how it is found out which parts of an input count; default: none.</summary>
    public string Saliency { get; init; } = "none";

    /// <summary>Seed of the random choice; default: 0.</summary>
    public long Seed { get; init; }

    /// <exception cref="ArgumentException">A word or number is none of the possible ones.</exception>
    internal void Check()
    {
        if (!Shows.Contains(Show)) throw new ArgumentException($"Show: '{Show}' is not known. {Suggestions.Hint(Show, [.. Shows])}");
        if (Count is < 1 or > 100) throw new ArgumentException(FormattableString.Invariant($"Examples: expected 1 to 100, got {Count}."));
        if (Saliency != "none" && !SaliencyMap.Methods.ContainsKey(Saliency))
            throw new ArgumentException($"Saliency: '{Saliency}' is not known. {Suggestions.Hint(Saliency, ["none", .. SaliencyMap.Methods.Keys])}");
    }
}
