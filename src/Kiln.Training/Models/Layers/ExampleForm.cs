namespace Kiln.Training;

/// <summary>What one example looks like at some place of a model.</summary>
/// <param name="Sizes">Its shape, without N.</param>
/// <param name="IsTokens">Whether it is whole numbers that stand for words or letters (int64) instead of numbers to compute with (float32).</param>
/// <param name="Vocabulary">How many different tokens there are; 0 where that is not known.</param>
internal sealed record ExampleForm(long[] Sizes, bool IsTokens = false, long Vocabulary = 0)
{
    /// <summary>The product of the sizes.</summary>
    public long Numbers => Sizes.Aggregate(1L, (product, size) => product * size);

    /// <summary>"(6, 28, 28)", or "(32) tokens".</summary>
    public override string ToString() => ShapeText.Of(Sizes) + (IsTokens ? " tokens" : "");
}
