using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Attention and two linear layers, each after a normalisation and beside a residual connection.</summary>
internal sealed class TransformerBlock : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> _norm1, _norm2, _linear1, _activation, _linear2, _drop;

    public TransformerBlock(long size, long feedForward, double dropout, SelfAttention attention) : base(nameof(TransformerBlock))
    {
        Attention = attention;
        (_norm1, _norm2) = (nn.LayerNorm(size), nn.LayerNorm(size));
        (_linear1, _activation, _linear2) = (nn.Linear(size, feedForward), nn.GELU(), nn.Linear(feedForward, size));
        _drop = nn.Dropout(dropout);
        register_module("norm1", _norm1);
        register_module("attention", attention);
        register_module("norm2", _norm2);
        register_module("linear1", _linear1);
        register_module("activation", _activation);
        register_module("linear2", _linear2);
        register_module("drop", _drop);
    }

    public SelfAttention Attention { get; }

    /// <summary>(N, T, D) to (N, T, D).</summary>
    public override Tensor forward(Tensor input)
    {
        Tensor attended = input + _drop.call(Attention.call(_norm1.call(input)));
        return attended + _drop.call(_linear2.call(_activation.call(_linear1.call(_norm2.call(attended)))));
    }
}
