using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Attention of a sequence to itself; weights as in torch's MultiheadAttention, with the batch first.</summary>
internal sealed class SelfAttention : nn.Module<Tensor, Tensor>
{
    private readonly double _dropout;

    public SelfAttention(long size, long heads, bool causal, double dropout) : base(nameof(MultiheadAttention))
    {
        (Heads, IsCausal, _dropout) = (heads, causal, dropout);
        (In, Out) = (nn.Linear(size, 3 * size), nn.Linear(size, size));
        nn.init.xavier_uniform_(In.weight);
        nn.init.zeros_(In.bias!);
        nn.init.zeros_(Out.bias!);
        register_module("in_proj", In);
        register_module("out_proj", Out);
    }

    public long Heads { get; }

    public bool IsCausal { get; }

    /// <summary>Makes queries, keys and values, in this order.</summary>
    public Linear In { get; }

    public Linear Out { get; }

    /// <summary>Multiply-adds of scores and weighted sums for one example of T steps; the projections count themselves.</summary>
    public static long MultiplyAdds(long steps, long size) => 2 * steps * steps * size;

    /// <summary>Numbers that the backward pass needs beside the projections' outputs: scores and weights of each head.</summary>
    public long ActivationsOf(long steps) => 2 * Heads * steps * steps;

    /// <summary>(N, T, D) to (N, T, D).</summary>
    public override Tensor forward(Tensor input)
    {
        (long n, long steps, long size) = (input.shape[0], input.shape[1], input.shape[2]);
        Tensor parts = In.call(input).view(n, steps, 3, Heads, size / Heads).permute(2, 0, 3, 1, 4);
        Tensor attended = nn.functional.scaled_dot_product_attention(
            parts.select(0, 0), parts.select(0, 1), parts.select(0, 2), null, training ? _dropout : 0, IsCausal);
        return Out.call(attended.transpose(1, 2).reshape(n, steps, size));
    }
}
