namespace Kiln.Training;

/// <summary>Makes words unknown, so that a model does not lean on single ones.</summary>
/// <param name="probability">How often, 0..1.</param>
/// <param name="unknown">What stands in their place.</param>
/// <param name="padding">The token that fills short texts up, which stays; -1 for none.</param>
internal sealed class WordDropout(double probability, long unknown, long padding) : ITokenChange
{
    public void Apply(Span<long> tokens, NumberStream random)
    {
        foreach (ref long token in tokens)
            if (token != padding && random.Chance(probability)) token = unknown;
    }
}
