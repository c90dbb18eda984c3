using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Encoder and decoder of attention layers.</summary>
/// <remarks>(S, N, D) and (T, N, D) to (T, N, D). Matrices start Xavier uniform. Source: Vaswani et al. 2017.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.Transformer.html"/>
public sealed class Transformer : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly TransformerEncoder _encoder;
    private readonly TransformerDecoder _decoder;

    internal Transformer(TransformerOptions options) : base(nameof(Transformer))
    {
        using (var layer = new TransformerEncoderLayer(options))
            _encoder = new TransformerEncoder(layer, options.NumEncoderLayers, nn.LayerNorm(options.DModel));
        using (var layer = new TransformerDecoderLayer(options))
            _decoder = new TransformerDecoder(layer, options.NumDecoderLayers, nn.LayerNorm(options.DModel));
        register_module("encoder", _encoder);
        register_module("decoder", _decoder);
        foreach (var matrix in parameters().Where(parameter => parameter.dim() > 1)) nn.init.xavier_uniform_(matrix);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor src, Tensor tgt) => call(src, tgt, null);

    /// <summary>Computes the output.</summary>
    /// <param name="src">The sequences for the encoder, (S, N, D) or (S, D).</param>
    /// <param name="tgt">The sequences for the decoder, (T, N, D) or (T, D).</param>
    /// <param name="src_mask">Pairs of the encoder's steps to pass over, (S, S) or (N · nhead, S, S), or null.</param>
    /// <param name="tgt_mask">Pairs of the decoder's steps to pass over, (T, T) or (N · nhead, T, T), or null.</param>
    /// <param name="memory_mask">Pairs of decoder and encoder step to pass over, (T, S) or (N · nhead, T, S), or null.</param>
    /// <param name="src_key_padding_mask">The encoder's steps to pass over, (N, S), or null.</param>
    /// <param name="tgt_key_padding_mask">The decoder's steps to pass over, (N, T), or null.</param>
    /// <param name="memory_key_padding_mask">Steps of the encoder's output to pass over, (N, S), or null.</param>
    /// <returns>(T, N, D); the caller disposes it.</returns>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public Tensor call(Tensor src, Tensor tgt, Tensor? src_mask, Tensor? tgt_mask = null, Tensor? memory_mask = null, Tensor? src_key_padding_mask = null, Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null)
    {
        using var scope = NewDisposeScope();
        var memory = _encoder.call(src, src_mask, src_key_padding_mask);
        return _decoder.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask).MoveToOuterDisposeScope();
    }
}
