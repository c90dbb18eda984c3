namespace TorchSharp;

public static partial class torch
{
    /// <summary>One place in the brackets of a tensor: a number, a range, an ellipsis, a new dimension, or a tensor of indices.</summary>
    /// <remarks>Source: https://pytorch.org/cppdocs/notes/tensor_indexing.html.</remarks>
    public readonly struct TensorIndex
    {
        internal enum Kind
        {
            None, Single, Slice, Ellipsis, Bool, Tensor,
        }

        private TensorIndex(Kind kind, long? start = null, long? stop = null, long? step = null, Tensor? tensor = null) =>
            (What, First, Stop, Step, Indices) = (kind, start, stop, step, tensor);

        /// <summary>All of a dimension: <c>:</c> in Python.</summary>
        public static TensorIndex Colon => Slice();

        /// <summary>All dimensions that no other index stands for: <c>...</c> in Python.</summary>
        public static TensorIndex Ellipsis => new(Kind.Ellipsis);

        /// <summary>A new dimension of size 1.</summary>
        public static TensorIndex None => new(Kind.None);

        /// <summary>A new dimension of size 1.</summary>
        public static TensorIndex Null => None;

        internal Kind What { get; }

        internal long? First { get; }

        internal long? Stop { get; }

        internal long? Step { get; }

        internal Tensor? Indices { get; }

        /// <summary>Makes a new dimension that is empty for false.</summary>
        public static TensorIndex Bool(bool value) => new(Kind.Bool, value ? 1 : 0);

        /// <summary>One slice of a dimension, which disappears; a new dimension for null.</summary>
        public static TensorIndex Single(long? index) => index is null ? None : new(Kind.Single, index);

        /// <summary>A stretch of a dimension; null leaves an end open.</summary>
        /// <param name="start">The first index; negative numbers count from the end.</param>
        /// <param name="stop">Where to stop, not included.</param>
        /// <param name="step">The distance between indices.</param>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) => new(Kind.Slice, start, stop, step);

        /// <summary>A stretch of a dimension; null leaves an end open.</summary>
        public static TensorIndex Slice((int? start, int? end) range) => Slice(range.start, range.end);

        /// <summary>A stretch of a dimension.</summary>
        public static TensorIndex Slice(Range range) => Slice(FromStart(range.Start), range.End.Equals(Index.End) ? null : FromStart(range.End));

        /// <summary>The slices of a dimension that a tensor of integers lists, or those where a tensor of truth values is true.</summary>
        public static TensorIndex Tensor(Tensor tensor) => new(Kind.Tensor, tensor: tensor);

        /// <summary>One slice of a dimension.</summary>
        public static implicit operator TensorIndex(long value) => Single(value);

        /// <summary>A stretch of a dimension; null leaves an end open.</summary>
        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range);

        /// <summary>A stretch of a dimension.</summary>
        public static implicit operator TensorIndex(Range range) => Slice(range);

        /// <summary>One slice of a dimension.</summary>
        public static implicit operator TensorIndex(Index index) => Single(FromStart(index));

        /// <summary>The slices that a tensor lists.</summary>
        public static implicit operator TensorIndex(Tensor tensor) => Tensor(tensor);

        /// <summary>A number, a truth value or a tensor of indices as a tensor, for the brackets that take tensors.</summary>
        /// <exception cref="InvalidOperationException">It is a stretch, an ellipsis or a new dimension.</exception>
        public static implicit operator Tensor(TensorIndex value) => value.What switch
        {
            Kind.Single => tensor(value.First!.Value),
            Kind.Bool => tensor(value.First == 1),
            Kind.Tensor => value.Indices!,
            _ => throw new InvalidOperationException($"TensorIndex: {value.What} stands for a part of a dimension and is no tensor. Use it in brackets together with other indices."),
        };

        private static long FromStart(Index index) => index.IsFromEnd ? -(long)index.Value : index.Value;
    }
}
