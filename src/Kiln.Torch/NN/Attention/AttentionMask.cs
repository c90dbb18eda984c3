using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The two masks of an attention, joined to numbers that are added to the scores.</summary>
internal sealed class AttentionMask
{
    private readonly long _batch;
    private readonly long _heads;
    private readonly ScalarType _type;
    private Tensor? _pairs;
    private Tensor? _keys;

    public AttentionMask(long batch, long heads, ScalarType type, Tensor? pairs, Tensor? keys)
    {
        (_batch, _heads, _type) = (batch, heads, type);
        (_pairs, _keys) = (Numbers(pairs), Numbers(keys));
    }

    /// <summary>One more key at the end, which no mask hides.</summary>
    public void AddKey()
    {
        if (_pairs is not null) _pairs = nn.functional.pad(_pairs, [0, 1]);
        if (_keys is not null) _keys = nn.functional.pad(_keys, [0, 1]);
    }

    /// <summary>What to add to scores (N · heads, T, S); null for nothing.</summary>
    public Tensor? Additive(long queries, long keys)
    {
        var pairs = _pairs is null ? null : Pairs(_pairs, queries, keys);
        if (_keys is null) return pairs;
        if (!_keys.shape.AsSpan().SequenceEqual([_batch, keys]))
            throw new ArgumentException($"MultiheadAttention: expected a key_padding_mask ({_batch}, {keys}), got {Text.Of(_keys.shape)}.", "key_padding_mask");
        var perHead = Ops.reshape(Ops.expand(Ops.view(_keys, [_batch, 1, 1, keys]), [-1, _heads, -1, -1]), [_batch * _heads, 1, keys]);
        return pairs is null ? perHead : Ops.add(pairs, perHead);
    }

    private Tensor Pairs(Tensor mask, long queries, long keys)
    {
        if (mask.dim() == 2 && mask.shape.AsSpan().SequenceEqual([queries, keys])) return Ops.unsqueeze(mask, 0);
        if (mask.dim() == 3 && mask.shape.AsSpan().SequenceEqual([_batch * _heads, queries, keys])) return mask;
        throw new ArgumentException($"MultiheadAttention: expected an attn_mask ({queries}, {keys}) or ({_batch * _heads}, {queries}, {keys}), got {Text.Of(mask.shape)}.", "attn_mask");
    }

    /// <summary>Minus infinity where a truth value hides; numbers as they are.</summary>
    private Tensor? Numbers(Tensor? mask)
    {
        if (mask is null || mask.is_floating_point()) return mask;
        var hidden = mask.dtype == ScalarType.Bool ? mask : Ops.ne(mask, 0L);
        return Ops.masked_fill(zeros(mask.shape, dtype: _type), hidden, double.NegativeInfinity);
    }
}
