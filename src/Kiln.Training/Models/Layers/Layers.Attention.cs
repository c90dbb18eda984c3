using System.Runtime.CompilerServices;

namespace Kiln.Training;

/// <content>Layers in which the steps of a sequence look at each other.</content>
public static partial class Layers
{
    /// <summary>(N, T, D) to the same: attention of a sequence to itself, in several heads.</summary>
    /// <param name="heads">Number of heads; it divides D (default 4).</param>
    /// <param name="causal">Whether a step sees only itself and what comes before it, as a model that predicts the next token must (default false).</param>
    /// <param name="dropout">Probability of dropping an attention weight (default 0).</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <remarks>Source: Vaswani et al. 2017, section 3.2.</remarks>
    public static Layer MultiheadAttention(long heads = 4, bool causal = false, double dropout = 0, [CallerLineNumber] int line = 0) =>
        new(nameof(MultiheadAttention), line, input => new SelfAttention(Divided(input, heads), heads, causal, input.Probability(dropout)));

    /// <summary>
    /// (N, T, D) to the same: <c>x + attention(norm(x))</c>, then <c>x + mlp(norm(x))</c>, the mlp being two linear layers with GELU between.
    /// </summary>
    /// <param name="heads">Number of heads; it divides D (default 4).</param>
    /// <param name="feedForward">Size between the two linear layers; 0 (default) takes 4 D.</param>
    /// <param name="dropout">Probability of dropping values of both branches while training (default 0).</param>
    /// <param name="causal">Whether a step sees only itself and what comes before it, as a model that predicts the next token must (default false).</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <remarks>The normalisation comes first, which trains without warm-up. Source: Xiong et al. 2020. A model of such blocks ends in <see cref="LayerNorm"/> and <see cref="Linear"/>.</remarks>
    public static Layer TransformerBlock(
        long heads = 4, long feedForward = 0, double dropout = 0, bool causal = false, [CallerLineNumber] int line = 0) =>
        new(nameof(TransformerBlock), line, input =>
        {
            long size = Divided(input, heads);
            return new TransformerBlock(LayerStack.Build(
            [
                Residual(LayerNorm(line: line), MultiheadAttention(heads, causal, dropout, line), Dropout(dropout, line)),
                Residual(LayerNorm(line: line), Linear(feedForward > 0 ? feedForward : 4 * size, line: line), GELU(line), Linear(size, line: line), Dropout(dropout, line)),
            ], input.Form, input.Place));
        });

    private static long Divided(LayerInput input, long heads)
    {
        (_, long features) = input.Sequence();
        return heads > 0 && features % heads == 0
            ? features
            : throw input.Error(FormattableString.Invariant($"heads: {heads} to divide the {features} features of a step"), "Change heads or the size of the Embedding.");
    }
}
