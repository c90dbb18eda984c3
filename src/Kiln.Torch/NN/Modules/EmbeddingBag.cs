using static TorchSharp.torch;

namespace TorchSharp
{
    /// <summary>How the vectors of a bag are joined.</summary>
    public enum EmbeddingBagMode
    {
        /// <summary>By their sum.</summary>
        Sum = 0,

        /// <summary>By their mean.</summary>
        Mean = 1,

        /// <summary>By the largest value of each element.</summary>
        Max = 2,
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A table that joins the vectors of a bag of integers.</summary>
    /// <remarks>(N, T) of int64, or (*) of int64 with offsets (N), to (N, embedding_dims). Weights start normal.</remarks>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.EmbeddingBag.html"/>
    public sealed class EmbeddingBag : nn.Module<Tensor, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor>
    {
        private readonly EmbeddingBagOptions _options;
        private Parameter? _weight;

        internal EmbeddingBag(EmbeddingBagOptions options) : base(nameof(EmbeddingBag))
        {
            _options = options;
            weight = options.Embeddings is { } given
                ? new Parameter(given, !options.Freeze)
                : EmbeddingTable.Normal(options.NumEmbeddings, options.EmbeddingDims, options.Padding, options.Device, options.Dtype);
        }

        /// <summary>The table, (num_embeddings, embedding_dims).</summary>
        public Parameter? weight
        {
            get => _weight;
            set => SetParameter(ref _weight, nameof(weight), value);
        }

        /// <summary>Joins the vectors of each bag.</summary>
        /// <param name="input">Bags of one size, (N, T), or all bags one after another, (*), of int64.</param>
        /// <param name="offsets">Where each bag starts, (N), for an input of one dimension; otherwise null.</param>
        /// <param name="perSampleWeights">A factor for each integer, of the input's shape, for the mode Sum; or null.</param>
        /// <returns>(N, embedding_dims); the caller disposes it.</returns>
        /// <exception cref="ArgumentException">The offsets do not go with the input.</exception>
        public override Tensor forward(Tensor input, Tensor? offsets = null, Tensor? perSampleWeights = null)
        {
            Check(input, offsets, perSampleWeights);
            using var scope = NewDisposeScope();
            if (input.dim() == 2)
            {
                offsets = arange(0, input.numel(), Math.Max(1, input.shape[1]), dtype: input.dtype);
                input = Ops.flatten(input);
                perSampleWeights = perSampleWeights is null ? null : Ops.flatten(perSampleWeights);
            }
            if (_options.MaxNorm is { } limit && input.numel() > 0)
            {
                using var _ = no_grad();
                Ops.embedding_renorm_(_weight!, input, limit, _options.NormType);
            }
            return Bag(input, offsets!, perSampleWeights).MoveToOuterDisposeScope();
        }

        /// <inheritdoc cref="forward"/>
        public new Tensor call(Tensor input, Tensor? offsets = null, Tensor? perSampleWeights = null) => base.call(input, offsets, perSampleWeights);

        Tensor nn.IModule<Tensor, Tensor>.call(Tensor input1) => call(input1);

        Tensor nn.IModule<Tensor, Tensor, Tensor>.call(Tensor input1, Tensor input2) => call(input1, input2);

        private Tensor Bag(Tensor input, Tensor offsets, Tensor? weights)
        {
            try
            {
                return Ops.embedding_bag(_weight!, input, offsets, _options.ScaleGradByFreq, (long)_options.Mode, _options.Sparse,
                    weights, _options.IncludeLastOffset, _options.Padding).Item1;
            }
            catch (TorchException) when (EmbeddingTable.Complaint(nameof(EmbeddingBag), input, _weight!.shape[0]) is not null)
            {
                throw new ArgumentException(EmbeddingTable.Complaint(nameof(EmbeddingBag), input, _weight!.shape[0]), nameof(input));
            }
        }

        private void Check(Tensor input, Tensor? offsets, Tensor? weights)
        {
            if (input.dim() is not (1 or 2) || input.dim() == 1 == offsets is null)
                throw new ArgumentException($"EmbeddingBag: expected (N, T) without offsets or (*) with offsets, got {Text.Of(input.shape)} {(offsets is null ? "without" : "with")} offsets.", nameof(offsets));
            if (weights is not null && (_options.Mode != EmbeddingBagMode.Sum || !weights.shape.AsSpan().SequenceEqual(input.shape)))
                throw new ArgumentException($"EmbeddingBag: expected perSampleWeights of shape {Text.Of(input.shape)} in mode Sum, got {Text.Of(weights.shape)} in mode {_options.Mode}.", nameof(weights));
        }

        private protected override string Extra =>
            $"{Text.Of(_weight!.shape[0])}, {Text.Of(_weight!.shape[1])}{(_options.MaxNorm is { } limit ? $", max_norm={Text.Of(limit)}" : "")}, mode='{_options.Mode.ToString().ToLowerInvariant()}'{(_options.Padding is { } index ? $", padding_idx={Text.Of(index)}" : "")}";
    }

    /// <summary>The sizes and switches of an embedding bag; either its sizes or its vectors are given.</summary>
    internal sealed record EmbeddingBagOptions
    {
        public long NumEmbeddings { get; init; }

        public long EmbeddingDims { get; init; }

        public Tensor? Embeddings { get; init; }

        public bool Freeze { get; init; }

        public double? MaxNorm { get; init; }

        public double NormType { get; init; } = 2;

        public bool ScaleGradByFreq { get; init; }

        public EmbeddingBagMode Mode { get; init; } = EmbeddingBagMode.Mean;

        public bool Sparse { get; init; }

        public bool IncludeLastOffset { get; init; }

        public long PaddingIndex { get; init; } = -1;

        public Device? Device { get; init; }

        public ScalarType? Dtype { get; init; }

        /// <summary>The integer that does not count, or null: TorchSharp writes -1 for none.</summary>
        public long? Padding => PaddingIndex < 0 ? null : PaddingIndex;
    }
}
