using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Attention in several heads: <c>softmax(Q Kᵀ / √d) V</c>, each of Q, K and V projected.</summary>
/// <remarks>T steps of queries, S steps of keys and values. Source: Vaswani et al. 2017, section 3.2.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.MultiheadAttention.html"/>
public sealed class MultiheadAttention : nn.Module<Tensor, Tensor, Tensor, Tensor?, bool, Tensor?, Tuple<Tensor, Tensor>>
{
    private readonly AttentionOptions _options;
    private readonly Linear _outProjection;
    private readonly Parameter? _projection;
    private readonly Parameter? _queryProjection;
    private readonly Parameter? _keyProjection;
    private readonly Parameter? _valueProjection;
    private readonly Parameter? _projectionBias;
    private readonly Parameter? _keyBias;
    private readonly Parameter? _valueBias;

    internal MultiheadAttention(AttentionOptions options) : base(nameof(MultiheadAttention))
    {
        _options = options.Checked();
        long size = options.EmbeddedDim;
        if (options.OneWeight) _projection = Weight("in_proj_weight", 3 * size, size);
        else
        {
            _queryProjection = Weight("q_proj_weight", size, size);
            _keyProjection = Weight("k_proj_weight", size, options.KeySize);
            _valueProjection = Weight("v_proj_weight", size, options.ValueSize);
        }
        if (options.Bias) _projectionBias = Weight("in_proj_bias", 3 * size);
        _outProjection = nn.Linear(size, size, options.Bias);
        register_module("out_proj", _outProjection);
        if (options.AddBiasKv) (_keyBias, _valueBias) = (Weight("bias_k", 1, 1, size), Weight("bias_v", 1, 1, size));
        DrawWeights();
    }

    /// <summary>Attends.</summary>
    /// <param name="query">Queries, (T, N, embedded_dim) or (T, embedded_dim).</param>
    /// <param name="key">Keys, (S, N, kdim) or (S, kdim).</param>
    /// <param name="value">Values, (S, N, vdim) or (S, vdim).</param>
    /// <param name="key_padding_mask">Keys to pass over, (N, S) or (S): true is passed over, numbers are added to the scores; or null.</param>
    /// <param name="need_weights">Whether to return the weights.</param>
    /// <param name="attn_mask">Pairs to pass over, (T, S) or (N · num_heads, T, S): true is passed over, numbers are added to the scores; or null.</param>
    /// <returns>Output, (T, N, embedded_dim), and the mean of the heads' weights, (N, T, S), or null; the caller disposes them.</returns>
    /// <exception cref="ArgumentException">Shapes do not fit each other or the weights.</exception>
    public override Tuple<Tensor, Tensor> forward(Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask = null, bool need_weights = true, Tensor? attn_mask = null)
    {
        CheckShapes(query, key, value);
        using var scope = NewDisposeScope();
        bool batched = query.dim() == 3;
        if (!batched) (query, key, value) = (Ops.unsqueeze(query, 1), Ops.unsqueeze(key, 1), Ops.unsqueeze(value, 1));
        var mask = new AttentionMask(query.shape[1], _options.NumHeads, query.dtype, attn_mask, batched ? key_padding_mask : key_padding_mask?.unsqueeze(0));
        var (output, weights) = Attend(query, key, value, mask, need_weights);
        if (!batched) (output, weights) = (Ops.squeeze(output, 1), weights is null ? null : Ops.squeeze(weights, 0));
        return Tuple.Create(scope.MoveToOuter(output), weights is null ? null! : scope.MoveToOuter(weights));
    }

    /// <inheritdoc cref="forward"/>
    public new Tuple<Tensor, Tensor> call(Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask = null, bool need_weights = true, Tensor? attn_mask = null) =>
        base.call(query, key, value, key_padding_mask, need_weights, attn_mask);

    // Everything below runs in forward's scope, which frees what lies between.
    private (Tensor, Tensor?) Attend(Tensor query, Tensor key, Tensor value, AttentionMask mask, bool needWeights)
    {
        var (q, k, v) = Projected(query, key, value);
        if (_keyBias is not null)
        {
            (k, v) = (WithRow(k, _keyBias), WithRow(v, _valueBias!));
            mask.AddKey();
        }
        (q, k, v) = (InHeads(q), InHeads(k), InHeads(v));
        if (_options.AddZeroAttn)
        {
            (k, v) = (nn.functional.pad(k, [0, 0, 0, 1]), nn.functional.pad(v, [0, 0, 0, 1]));
            mask.AddKey();
        }
        q = Ops.div(q, Math.Sqrt(q.shape[^1]));
        var transposed = Ops.transpose(k, -2, -1);
        var scores = mask.Additive(q.shape[1], k.shape[1]) is { } additive ? Ops.baddbmm(additive, q, transposed) : Ops.bmm(q, transposed);
        var weights = Ops.softmax(scores, -1);
        if (training && _options.Dropout > 0) weights = Ops.dropout(weights, _options.Dropout, true);
        var output = _outProjection.call(OutOfHeads(Ops.bmm(weights, v), query.shape[1]));
        return (output, needWeights ? MeanOfHeads(weights, query.shape[1]) : null);
    }

    private (Tensor, Tensor, Tensor) Projected(Tensor query, Tensor key, Tensor value)
    {
        if (_projection is not null && ReferenceEquals(query, key) && ReferenceEquals(key, value))
            return Three(Ops.chunk(Ops.linear(query, _projection, _projectionBias), 3, -1));
        var (wq, wk, wv) = _projection is null ? (_queryProjection!, _keyProjection!, _valueProjection!) : Three(Ops.chunk(_projection, 3, 0));
        (Tensor?, Tensor?, Tensor?) bias = _projectionBias is null ? (null, null, null) : Three(Ops.chunk(_projectionBias, 3, 0));
        return (Ops.linear(query, wq, bias.Item1), Ops.linear(key, wk, bias.Item2), Ops.linear(value, wv, bias.Item3));
    }

    private static (Tensor, Tensor, Tensor) Three(Tensor[] parts) => (parts[0], parts[1], parts[2]);

    private static Tensor WithRow(Tensor steps, Tensor row) => Ops.cat([steps, Ops.repeat(row, [1, steps.shape[1], 1])], 0);

    /// <summary>(T, N, D) to (N · heads, T, D / heads).</summary>
    private Tensor InHeads(Tensor steps) =>
        Ops.transpose(Ops.reshape(steps, [steps.shape[0], steps.shape[1] * _options.NumHeads, -1]), 0, 1);

    /// <summary>(N · heads, T, D / heads) to (T, N, D).</summary>
    private static Tensor OutOfHeads(Tensor heads, long batch) =>
        Ops.reshape(Ops.transpose(heads, 0, 1), [heads.shape[1], batch, -1]);

    private Tensor MeanOfHeads(Tensor weights, long batch) =>
        Ops.div(Ops.sum(Ops.view(weights, [batch, _options.NumHeads, weights.shape[1], weights.shape[2]]), [1L]), (double)_options.NumHeads);

    private void CheckShapes(Tensor query, Tensor key, Tensor value)
    {
        bool fits = query.dim() is 2 or 3 && key.dim() == query.dim() && value.dim() == query.dim()
            && query.shape[^1] == _options.EmbeddedDim && key.shape[^1] == _options.KeySize && value.shape[^1] == _options.ValueSize
            && key.shape.AsSpan(0, (int)key.dim() - 1).SequenceEqual(value.shape.AsSpan(0, (int)value.dim() - 1))
            && (query.dim() == 2 || query.shape[1] == key.shape[1]);
        if (fits) return;
        throw new ArgumentException(
            $"MultiheadAttention: expected query (T, N, {_options.EmbeddedDim}), key (S, N, {_options.KeySize}) and value (S, N, {_options.ValueSize}), got {Text.Of(query.shape)}, {Text.Of(key.shape)} and {Text.Of(value.shape)}. "
            + "Steps come before the batch: transpose(0, 1) where the batch is first.", nameof(query));
    }

    private Parameter Weight(string name, params long[] shape)
    {
        var weight = InitialWeights.Empty(shape, null, null);
        register_parameter(name, weight);
        return weight;
    }

    private void DrawWeights()
    {
        foreach (var weight in new[] { _projection, _queryProjection, _keyProjection, _valueProjection }.OfType<Parameter>()) nn.init.xavier_uniform_(weight);
        if (_projectionBias is not null)
        {
            nn.init.zeros_(_projectionBias);
            nn.init.zeros_(_outProjection.bias!);
        }
        foreach (var bias in new[] { _keyBias, _valueBias }.OfType<Parameter>()) nn.init.xavier_normal_(bias);
    }
}
