using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A table that gives each integer a vector.</summary>
/// <remarks>Input (*) of int64 in [0, num_embeddings), output (*, embedding_dims). Weights start normal, the row of padding_idx at 0. Source: PyTorch, torch.nn.Embedding.</remarks>
public sealed class Embedding : nn.Module<Tensor, Tensor>
{
    private readonly EmbeddingOptions _options;
    private Parameter? _weight;

    internal Embedding(long count, long size, EmbeddingOptions options) : base(nameof(Embedding))
    {
        _options = options.Checked(count);
        weight = InitialWeights.Empty([count, size], options.Device, options.Dtype);
        nn.init.normal_(weight);
        if (_options.PaddingIndex is not { } padding) return;
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        Ops.zero_(Ops.select(weight, 0, padding));
    }

    internal Embedding(Tensor embeddings, bool freeze, EmbeddingOptions options) : base(nameof(Embedding))
    {
        _options = options.Checked(embeddings.shape[0]);
        weight = new Parameter(embeddings, !freeze);
    }

    /// <summary>The table, (num_embeddings, embedding_dims).</summary>
    public Parameter? weight
    {
        get => _weight;
        set => SetParameter(ref _weight, nameof(weight), value);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        if (_options.MaxNorm is { } limit)
        {
            using var _ = no_grad();
            Ops.embedding_renorm_(_weight!, input, limit, _options.NormType);
        }
        return Ops.embedding(_weight!, input, _options.PaddingIndex ?? -1, _options.ScaleGradByFreq, _options.Sparse);
    }

    private protected override string Extra
    {
        get
        {
            string text = string.Create(CultureInfo.InvariantCulture, $"{_weight!.shape[0]}, {_weight!.shape[1]}");
            if (_options.PaddingIndex is { } index) text += string.Create(CultureInfo.InvariantCulture, $", padding_idx={index}");
            if (_options.MaxNorm is { } limit) text += $", max_norm={Text.Of(limit)}";
            return text;
        }
    }
}

/// <summary>The switches of an embedding.</summary>
internal sealed record EmbeddingOptions
{
    public long? PaddingIndex { get; init; }

    public double? MaxNorm { get; init; }

    public double NormType { get; init; } = 2;

    public bool ScaleGradByFreq { get; init; }

    public bool Sparse { get; init; }

    public Device? Device { get; init; }

    public ScalarType? Dtype { get; init; }

    public EmbeddingOptions Checked(long count)
    {
        if (PaddingIndex is not { } index) return this;
        if (index < -count || index >= count)
            throw new ArgumentOutOfRangeException("padding_idx", $"Embedding: expected padding_idx below num_embeddings {count}, got {index}.");
        return index < 0 ? this with { PaddingIndex = index + count } : this;
    }
}
