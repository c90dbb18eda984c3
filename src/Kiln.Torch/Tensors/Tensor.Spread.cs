namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The standard deviation of all elements.</summary>
        /// <param name="unbiased">Whether to divide by one less than the number of elements.</param>
        /// <returns>A tensor ().</returns>
        public Tensor std(bool unbiased = true) => Ops.std(this, unbiased);

        /// <summary>The standard deviation along dimensions.</summary>
        /// <param name="dimensions">The dimensions that disappear.</param>
        /// <param name="unbiased">Whether to divide by one less than the number of elements.</param>
        /// <param name="keepdim">Whether they stay with size 1.</param>
        /// <param name="type">The type of the result; that of the elements if left out.</param>
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            InType(Ops.std(this, dimensions, unbiased, keepdim), type);

        /// <summary>The standard deviation along dimensions.</summary>
        /// <inheritdoc cref="std(long[], bool, bool, ScalarType?)"/>
        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std(dimensions.ToArray(), unbiased, keepdim, type);

        /// <summary>The standard deviation along one dimension.</summary>
        /// <param name="dim">The dimension that disappears.</param>
        /// <param name="unbiased">Whether to divide by one less than the number of elements.</param>
        /// <param name="keepdim">Whether it stays with size 1.</param>
        /// <param name="type">The type of the result; that of the elements if left out.</param>
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => std([dim], unbiased, keepdim, type);

        /// <summary>The standard deviation along two dimensions.</summary>
        /// <inheritdoc cref="std(long, bool, bool, ScalarType?)"/>
        public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std([dim.Item1, dim.Item2], unbiased, keepdim, type);

        /// <summary>The standard deviation along three dimensions.</summary>
        /// <inheritdoc cref="std(long, bool, bool, ScalarType?)"/>
        public Tensor std((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std([dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        /// <summary>The variance of all elements.</summary>
        /// <param name="unbiased">Whether to divide by one less than the number of elements.</param>
        /// <returns>A tensor ().</returns>
        public Tensor var(bool unbiased = true) => Ops.var(this, unbiased);

        /// <summary>The variance along dimensions.</summary>
        /// <param name="dimensions">The dimensions that disappear.</param>
        /// <param name="unbiased">Whether to divide by one less than the number of elements.</param>
        /// <param name="keepdim">Whether they stay with size 1.</param>
        /// <param name="type">The type of the result; that of the elements if left out.</param>
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            InType(Ops.var(this, dimensions, unbiased, keepdim), type);

        /// <summary>The variance along dimensions.</summary>
        /// <inheritdoc cref="var(long[], bool, bool, ScalarType?)"/>
        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var(dimensions.ToArray(), unbiased, keepdim, type);

        /// <summary>The variance along one dimension.</summary>
        /// <param name="dim">The dimension that disappears.</param>
        /// <param name="unbiased">Whether to divide by one less than the number of elements.</param>
        /// <param name="keepdim">Whether it stays with size 1.</param>
        /// <param name="type">The type of the result; that of the elements if left out.</param>
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => var([dim], unbiased, keepdim, type);

        /// <summary>The variance along two dimensions.</summary>
        /// <inheritdoc cref="var(long, bool, bool, ScalarType?)"/>
        public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var([dim.Item1, dim.Item2], unbiased, keepdim, type);

        /// <summary>The variance along three dimensions.</summary>
        /// <inheritdoc cref="var(long, bool, bool, ScalarType?)"/>
        public Tensor var((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var([dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        private static Tensor InType(Tensor result, ScalarType? type)
        {
            if (type is not { } wanted || wanted == result.dtype) return result;
            using (result) return Ops.to(result, wanted);
        }
    }
}
