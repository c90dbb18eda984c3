using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Attention of a sequence to itself, then two linear layers, each with a residual connection and a normalisation.</summary>
/// <remarks>(S, N, D) to (S, N, D). The normalisation comes last, as in Vaswani et al. 2017.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.TransformerEncoderLayer.html"/>
public sealed class TransformerEncoderLayer : nn.Module<Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor, Tensor>
{
    private readonly TransformerOptions _options;
    private readonly MultiheadAttention _attention;
    private readonly FeedForward _feedForward;
    private readonly LayerNorm _norm1;
    private readonly LayerNorm _norm2;
    private readonly Dropout _dropout1;
    private readonly Dropout _dropout2;

    internal TransformerEncoderLayer(TransformerOptions options) : base(nameof(TransformerEncoderLayer))
    {
        _options = options;
        register_module("self_attn", _attention = new MultiheadAttention(options.Attention));
        _feedForward = new FeedForward(options);
        register_module("linear1", _feedForward.Widening);
        register_module("dropout", _feedForward.Dropout);
        register_module("linear2", _feedForward.Narrowing);
        register_module("norm1", _norm1 = nn.LayerNorm(options.DModel));
        register_module("norm2", _norm2 = nn.LayerNorm(options.DModel));
        register_module("dropout1", _dropout1 = nn.Dropout(options.Dropout));
        register_module("dropout2", _dropout2 = nn.Dropout(options.Dropout));
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor src) => call(src, null, null);

    /// <summary>Computes the output.</summary>
    /// <param name="src">The sequences, (S, N, D) or (S, D).</param>
    /// <param name="src_mask">Pairs to pass over, (S, S) or (N · nhead, S, S), or null.</param>
    /// <param name="src_key_padding_mask">Steps to pass over, (N, S), or null.</param>
    /// <returns>(S, N, D); the caller disposes it.</returns>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public Tensor call(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask)
    {
        using var scope = NewDisposeScope();
        var attended = _attention.call(src, src, src, src_key_padding_mask, need_weights: false, attn_mask: src_mask).Item1;
        var x = _norm1.call(Ops.add(src, _dropout1.call(attended)));
        return _norm2.call(Ops.add(x, _dropout2.call(_feedForward.Run(x)))).MoveToOuterDisposeScope();
    }

    /// <inheritdoc cref="call(Tensor, Tensor, Tensor)"/>
    public Tensor call(Tensor src, Tensor? src_mask) => call(src, src_mask, null);

    /// <summary>A layer of the same sizes and weights.</summary>
    internal TransformerEncoderLayer Copy() => TransformerCopies.Of(this, () => new TransformerEncoderLayer(_options));
}

/// <summary>A stack of encoder layers.</summary>
/// <remarks>(S, N, D) to (S, N, D). It holds copies of the layer it is given.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.TransformerEncoder.html"/>
public sealed class TransformerEncoder : nn.Module<Tensor, Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor>
{
    private readonly ModuleList<TransformerEncoderLayer> _layers;
    private readonly LayerNorm? _norm;

    internal TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers) : this(encoder_layer, num_layers, null)
    {
    }

    internal TransformerEncoder(TransformerEncoderLayer encoderLayer, long layers, LayerNorm? norm) : base(nameof(TransformerEncoder))
    {
        if (layers < 1) throw new ArgumentOutOfRangeException("num_layers", $"TransformerEncoder: expected num_layers of at least 1, got {layers}.");
        _layers = new([.. Enumerable.Range(0, (int)layers).Select(_ => encoderLayer.Copy())]);
        register_module("layers", _layers);
        _norm = norm;
        if (norm is not null) register_module("norm", norm);
    }

    /// <summary>Computes the output.</summary>
    /// <param name="src">The sequences, (S, N, D) or (S, D).</param>
    /// <param name="src_mask">Pairs to pass over, (S, S) or (N · nhead, S, S), or null.</param>
    /// <param name="src_key_padding_mask">Steps to pass over, (N, S), or null.</param>
    /// <returns>(S, N, D); the caller disposes it.</returns>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public override Tensor forward(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask)
    {
        using var scope = NewDisposeScope();
        var x = src;
        foreach (var layer in _layers) x = layer.call(x, src_mask, src_key_padding_mask);
        return (_norm?.call(x) ?? x).MoveToOuterDisposeScope();
    }

    /// <inheritdoc cref="forward"/>
    public new Tensor call(Tensor src, Tensor? src_mask = null, Tensor? src_key_padding_mask = null) => base.call(src, src_mask!, src_key_padding_mask!);

    Tensor nn.IModule<Tensor, Tensor>.call(Tensor input1) => call(input1);

    Tensor nn.IModule<Tensor, Tensor, Tensor>.call(Tensor input1, Tensor input2) => call(input1, input2);
}
