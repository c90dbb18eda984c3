using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A table that gives each integer a vector.</summary>
/// <remarks>(*) of int64 in [0, num_embeddings) to (*, embedding_dims). Weights start normal, the row of padding_idx at 0.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.Embedding.html"/>
public sealed class Embedding : nn.Module<Tensor, Tensor>
{
    private readonly EmbeddingOptions _options;
    private Parameter? _weight;

    internal Embedding(EmbeddingOptions options) : base(nameof(Embedding))
    {
        _options = options.Checked();
        weight = options.Embeddings is { } given
            ? new Parameter(given, !options.Freeze)
            : EmbeddingTable.Normal(options.NumEmbeddings, options.EmbeddingDims, _options.PaddingIdx, options.Device, options.Dtype);
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
        if (_options.MaxNorm is { } limit && input.numel() > 0)
        {
            using var _ = no_grad();
            Ops.embedding_renorm_(_weight!, input, limit, _options.NormType);
        }
        try
        {
            return Ops.embedding(_weight!, input, _options.PaddingIdx ?? -1, _options.ScaleGradByFreq, _options.Sparse);
        }
        catch (TorchException) when (EmbeddingTable.Complaint(nameof(Embedding), input, _weight!.shape[0]) is not null)
        {
            throw new ArgumentException(EmbeddingTable.Complaint(nameof(Embedding), input, _weight!.shape[0]), nameof(input));
        }
    }

    private protected override string Extra
    {
        get
        {
            string text = string.Create(CultureInfo.InvariantCulture, $"{_weight!.shape[0]}, {_weight!.shape[1]}");
            if (_options.PaddingIdx is { } index) text += string.Create(CultureInfo.InvariantCulture, $", padding_idx={index}");
            if (_options.MaxNorm is { } limit) text += $", max_norm={Text.Of(limit)}";
            if (_options.NormType != 2) text += $", norm_type={Text.Of(_options.NormType)}";
            if (_options.ScaleGradByFreq) text += ", scale_grad_by_freq=True";
            return text + (_options.Sparse ? ", sparse=True" : "");
        }
    }
}

/// <summary>The sizes and switches of an embedding; either its sizes or its vectors are given.</summary>
internal sealed record EmbeddingOptions
{
    public long NumEmbeddings { get; init; }

    public long EmbeddingDims { get; init; }

    public Tensor? Embeddings { get; init; }

    public bool Freeze { get; init; }

    public long? PaddingIdx { get; init; }

    public double? MaxNorm { get; init; }

    public double NormType { get; init; } = 2;

    public bool ScaleGradByFreq { get; init; }

    public bool Sparse { get; init; }

    public Device? Device { get; init; }

    public ScalarType? Dtype { get; init; }

    public EmbeddingOptions Checked()
    {
        if (Embeddings is { } given && given.dim() != 2)
            throw new ArgumentException($"Embedding_from_pretrained: expected embeddings (num_embeddings, embedding_dims), got {Text.Of(given.shape)}.", "embeddings");
        long count = Embeddings?.shape[0] ?? NumEmbeddings;
        if (PaddingIdx is not { } index) return this;
        if (index < -count || index >= count)
            throw new ArgumentOutOfRangeException("padding_idx", $"Embedding: expected padding_idx below num_embeddings {count}, got {index}.");
        return index < 0 ? this with { PaddingIdx = index + count } : this;
    }
}
