namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Attention: <c>softmax(Q Kᵀ / √E + mask) V</c>.</summary>
            /// <param name="query">Queries, (N, *, T, E).</param>
            /// <param name="key">Keys, (N, *, S, E).</param>
            /// <param name="value">Values, (N, *, S, V).</param>
            /// <param name="attn_mask">What may be looked at: a truth value for each pair, or a number that is added to its score; broadcast to (N, *, T, S), or null.</param>
            /// <param name="p">The probability with which weights are dropped, 0..1.</param>
            /// <param name="is_casual">Whether a query sees only keys up to its own place; not together with a mask. The spelling is TorchSharp's.</param>
            /// <returns>(N, *, T, V); the caller disposes it.</returns>
            /// <exception cref="ArgumentException">Both a mask and <paramref name="is_casual"/> are given.</exception>
            /// <exception cref="ArgumentOutOfRangeException">p is not in 0..1.</exception>
            /// <remarks>Computed from single operators: libtorch 1.13 has no public one.</remarks>
            /// <seealso href="https://docs.pytorch.org/docs/2.0/generated/torch.nn.functional.scaled_dot_product_attention.html"/>
            /// <seealso href="https://arxiv.org/abs/1706.03762"/>
            public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0, bool is_casual = false)
            {
                CheckProbability("scaled_dot_product_attention", p);
                if (is_casual && attn_mask is not null)
                    throw new ArgumentException("scaled_dot_product_attention: expected either attn_mask or is_casual, got both. Put the causal part into the mask.", nameof(attn_mask));
                using var scope = NewDisposeScope();
                var scores = Ops.matmul(Ops.mul(query, 1 / Math.Sqrt(query.shape[^1])), Ops.transpose(key, -2, -1));
                if (is_casual) attn_mask = Ops.tril(ones(scores.shape[^2], scores.shape[^1], dtype: ScalarType.Bool, device: scores.device));
                if (attn_mask is not null)
                    scores = attn_mask.dtype == ScalarType.Bool ? Ops.masked_fill(scores, Ops.logical_not(attn_mask), double.NegativeInfinity) : Ops.add(scores, attn_mask);
                var weights = Ops.softmax(scores, -1);
                if (p > 0) weights = Ops.dropout(weights, p, true);
                return Ops.matmul(weights, value).MoveToOuterDisposeScope();
            }
        }
    }
}
