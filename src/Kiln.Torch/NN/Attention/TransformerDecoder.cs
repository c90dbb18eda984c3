using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Attention of a sequence to itself, then to a memory, then two linear layers, each with a residual connection and a normalisation.</summary>
/// <remarks>(T, N, D) and a memory (S, N, D) to (T, N, D). The normalisation comes last, as in Vaswani et al. 2017.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.TransformerDecoderLayer.html"/>
public sealed class TransformerDecoderLayer : nn.Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor>
{
    private readonly TransformerOptions _options;
    private readonly MultiheadAttention _selfAttention;
    private readonly MultiheadAttention _memoryAttention;
    private readonly FeedForward _feedForward;
    private readonly LayerNorm[] _norms;
    private readonly Dropout[] _dropouts;

    internal TransformerDecoderLayer(TransformerOptions options) : base(nameof(TransformerDecoderLayer))
    {
        _options = options;
        register_module("self_attn", _selfAttention = new MultiheadAttention(options.Attention));
        register_module("multihead_attn", _memoryAttention = new MultiheadAttention(options.Attention));
        _feedForward = new FeedForward(options);
        register_module("linear1", _feedForward.Widening);
        register_module("dropout", _feedForward.Dropout);
        register_module("linear2", _feedForward.Narrowing);
        _norms = [.. Enumerable.Range(0, 3).Select(_ => nn.LayerNorm(options.DModel))];
        _dropouts = [.. Enumerable.Range(0, 3).Select(_ => nn.Dropout(options.Dropout))];
        for (int i = 0; i < 3; i++) register_module($"norm{i + 1}", _norms[i]);
        for (int i = 0; i < 3; i++) register_module($"dropout{i + 1}", _dropouts[i]);
    }

    /// <summary>Computes the output.</summary>
    /// <param name="tgt">The sequences, (T, N, D) or (T, D).</param>
    /// <param name="memory">The encoder's output, (S, N, D) or (S, D).</param>
    /// <param name="tgt_mask">Pairs of the sequences' steps to pass over, (T, T) or (N · nhead, T, T), or null.</param>
    /// <param name="memory_mask">Pairs of step and memory to pass over, (T, S) or (N · nhead, T, S), or null.</param>
    /// <param name="tgt_key_padding_mask">Steps to pass over, (N, T), or null.</param>
    /// <param name="memory_key_padding_mask">Steps of the memory to pass over, (N, S), or null.</param>
    /// <returns>(T, N, D); the caller disposes it.</returns>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public override Tensor forward(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null)
    {
        using var scope = NewDisposeScope();
        var attended = _selfAttention.call(tgt, tgt, tgt, tgt_key_padding_mask, need_weights: false, attn_mask: tgt_mask).Item1;
        var x = _norms[0].call(Ops.add(tgt, _dropouts[0].call(attended)));
        var remembered = _memoryAttention.call(x, memory, memory, memory_key_padding_mask, need_weights: false, attn_mask: memory_mask).Item1;
        x = _norms[1].call(Ops.add(x, _dropouts[1].call(remembered)));
        return _norms[2].call(Ops.add(x, _dropouts[2].call(_feedForward.Run(x)))).MoveToOuterDisposeScope();
    }

    /// <inheritdoc cref="forward"/>
    public new Tensor call(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null) =>
        base.call(tgt, memory, tgt_mask!, memory_mask!, tgt_key_padding_mask!, memory_key_padding_mask!);

    /// <inheritdoc cref="forward"/>
    public Tensor call(Tensor tgt, Tensor memory) => call(tgt, memory, null);

    /// <summary>A layer of the same sizes and weights.</summary>
    internal TransformerDecoderLayer Copy() => TransformerCopies.Of(this, () => new TransformerDecoderLayer(_options));
}

/// <summary>A stack of decoder layers.</summary>
/// <remarks>(T, N, D) and a memory (S, N, D) to (T, N, D). It holds copies of the layer it is given.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.TransformerDecoder.html"/>
public sealed class TransformerDecoder : nn.Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor>
{
    private readonly ModuleList<TransformerDecoderLayer> _layers;
    private readonly LayerNorm? _norm;

    internal TransformerDecoder(TransformerDecoderLayer decoder_layer, long num_layers) : this(decoder_layer, num_layers, null)
    {
    }

    internal TransformerDecoder(TransformerDecoderLayer decoderLayer, long layers, LayerNorm? norm) : base(nameof(TransformerDecoder))
    {
        if (layers < 1) throw new ArgumentOutOfRangeException("num_layers", $"TransformerDecoder: expected num_layers of at least 1, got {layers}.");
        _layers = new([.. Enumerable.Range(0, (int)layers).Select(_ => decoderLayer.Copy())]);
        register_module("layers", _layers);
        _norm = norm;
        if (norm is not null) register_module("norm", norm);
    }

    /// <inheritdoc cref="TransformerDecoderLayer.forward"/>
    public override Tensor forward(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null)
    {
        using var scope = NewDisposeScope();
        var x = tgt;
        foreach (var layer in _layers) x = layer.call(x, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);
        return (_norm?.call(x) ?? x).MoveToOuterDisposeScope();
    }

    /// <inheritdoc cref="TransformerDecoderLayer.forward"/>
    public new Tensor call(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null) =>
        base.call(tgt, memory, tgt_mask!, memory_mask!, tgt_key_padding_mask!, memory_key_padding_mask!);

    /// <inheritdoc cref="TransformerDecoderLayer.forward"/>
    public Tensor call(Tensor tgt, Tensor memory) => call(tgt, memory, null);
}
