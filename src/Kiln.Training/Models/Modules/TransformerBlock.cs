using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Attention and two linear layers, each after a normalisation and beside a residual connection; summaries show it as one layer.</summary>
internal sealed class TransformerBlock : nn.Module<Tensor, Tensor>
{
    public TransformerBlock(LayerStack body) : base(nameof(TransformerBlock))
    {
        Body = body;
        register_module("body", body);
    }

    public LayerStack Body { get; }

    public SelfAttention Attention => Body.modules().OfType<SelfAttention>().First();

    /// <summary>(N, T, D) to (N, T, D).</summary>
    public override Tensor forward(Tensor input) => Body.call(input);
}
