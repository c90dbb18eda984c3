namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The greatest element.</summary>
        /// <returns>A tensor ().</returns>
        public Tensor max() => Ops.max(this);

        /// <summary>The greater of both, element by element.</summary>
        public Tensor max(Tensor other) => Ops.max(this, other);

        /// <summary>The greatest elements along one dimension and where they are.</summary>
        /// <param name="dim">The dimension that disappears.</param>
        /// <param name="keepdim">Whether it stays with size 1.</param>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Ops.max(this, dim, keepdim);

        /// <summary>The smallest element.</summary>
        /// <returns>A tensor ().</returns>
        public Tensor min() => Ops.min(this);

        /// <summary>The smaller of both, element by element.</summary>
        public Tensor min(Tensor other) => Ops.min(this, other);

        /// <summary>The smallest elements along one dimension and where they are.</summary>
        /// <param name="dim">The dimension that disappears.</param>
        /// <param name="keepdim">Whether it stays with size 1.</param>
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Ops.min(this, dim, keepdim);

        /// <summary>The greatest elements along dimensions.</summary>
        /// <param name="dims">The dimensions that disappear; all if there are none.</param>
        public Tensor amax(params long[] dims) => Ops.amax(this, dims);

        /// <summary>The greatest elements along dimensions.</summary>
        /// <param name="dims">The dimensions that disappear; all if there are none.</param>
        /// <param name="keepdim">Whether they stay with size 1.</param>
        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false) => Ops.amax(this, dims.ToArray(), keepdim);

        /// <summary>The smallest elements along dimensions.</summary>
        /// <param name="dims">The dimensions that disappear; all if there are none.</param>
        public Tensor amin(params long[] dims) => Ops.amin(this, dims);

        /// <summary>The smallest elements along dimensions.</summary>
        /// <param name="dims">The dimensions that disappear; all if there are none.</param>
        /// <param name="keepdim">Whether they stay with size 1.</param>
        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false) => Ops.amin(this, dims.ToArray(), keepdim);

        /// <summary>The smallest and the greatest elements.</summary>
        /// <param name="dim">The dimension that disappears; all if left out.</param>
        /// <param name="keepdim">Whether it stays with size 1.</param>
        public (Tensor min, Tensor max) aminmax(long? dim = null, bool keepdim = false) => Ops.aminmax(this, dim, keepdim);

        /// <summary>The place of the greatest element, counted through all elements.</summary>
        /// <returns>A tensor () of Int64.</returns>
        public Tensor argmax() => Ops.argmax(this);

        /// <summary>The places of the greatest elements along one dimension.</summary>
        /// <param name="dim">The dimension that disappears.</param>
        /// <param name="keepdim">Whether it stays with size 1.</param>
        /// <returns>A tensor of Int64.</returns>
        public Tensor argmax(long dim, bool keepdim = false) => Ops.argmax(this, dim, keepdim);

        /// <summary>The place of the smallest element, counted through all elements.</summary>
        /// <returns>A tensor () of Int64.</returns>
        public Tensor argmin() => Ops.argmin(this);

        /// <summary>The places of the smallest elements along one dimension.</summary>
        /// <param name="dim">The dimension that disappears.</param>
        /// <param name="keepdim">Whether it stays with size 1.</param>
        /// <returns>A tensor of Int64.</returns>
        public Tensor argmin(long dim, bool keepdim = false) => Ops.argmin(this, dim, keepdim);

        /// <summary>The places of the elements in order of their size along one dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="descending">Whether the greatest comes first.</param>
        /// <returns>A tensor of Int64.</returns>
        public Tensor argsort(long dim = -1, bool descending = false) => Ops.argsort(this, dim, descending);

        /// <summary>The elements in order along one dimension, and where they were.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="descending">Whether the greatest comes first.</param>
        /// <param name="stable">Whether equal elements keep their order.</param>
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Ops.sort(this, (bool?)stable, dim, descending);

        /// <summary>The k greatest elements along one dimension, and where they are.</summary>
        /// <param name="k">How many.</param>
        /// <param name="dim">The dimension.</param>
        /// <param name="largest">False gives the smallest ones.</param>
        /// <param name="sorted">Whether they come in order.</param>
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            Ops.topk(this, k, dim, largest, sorted);

        /// <summary>The k-th smallest elements along one dimension, and where they are.</summary>
        /// <param name="k">Counted from 1.</param>
        /// <param name="dim">The dimension that disappears; the last if null.</param>
        /// <param name="keepdim">Whether it stays with size 1.</param>
        public (Tensor values, Tensor indices) kthvalue(long k, long? dim, bool keepdim = false) => Ops.kthvalue(this, k, dim ?? -1, keepdim);

        /// <summary>The median of all elements, the lower one of two.</summary>
        /// <returns>A tensor ().</returns>
        public Tensor median() => Ops.median(this);

        /// <summary>The most frequent elements along one dimension, and where they are.</summary>
        /// <param name="dim">The dimension that disappears.</param>
        /// <param name="keepdim">Whether it stays with size 1.</param>
        public (Tensor values, Tensor indices) mode(long dim = -1, bool keepdim = false) => Ops.mode(this, dim, keepdim);

        /// <summary>Quantiles along one dimension.</summary>
        /// <param name="q">Which, in 0..1, (Q).</param>
        /// <param name="dim">The dimension that disappears.</param>
        /// <param name="keepdim">Whether it stays with size 1.</param>
        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) => Ops.quantile(this, q, dim, keepdim);

        /// <summary>The different elements, where each element is among them, and how often each occurs.</summary>
        /// <param name="sorted">Whether they come in order.</param>
        /// <param name="return_inverse">Whether to give the places.</param>
        /// <param name="return_counts">Whether to give the counts.</param>
        /// <param name="dim">Compares slices along this dimension; single elements if left out.</param>
        /// <returns>The parts that were not asked for are null.</returns>
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null)
        {
            var (output, inverse, counts) = dim is { } d
                ? Ops.unique_dim(this, d, sorted, return_inverse, return_counts)
                : Ops._unique2(this, sorted, return_inverse, return_counts);
            if (!return_inverse) inverse.Dispose();
            if (!return_counts) counts.Dispose();
            return (output, return_inverse ? inverse : null, return_counts ? counts : null);
        }

        /// <summary>How often each integer from 0 to the greatest element occurs.</summary>
        /// <param name="weights">What each element counts, (N); 1 if null.</param>
        /// <param name="minlength">The least size of the result.</param>
        public Tensor bincount(Tensor? weights = null, long minlength = 0) => Ops.bincount(this, weights, minlength);

        /// <summary>How many elements fall into each of equally wide bins.</summary>
        /// <param name="bins">The number of bins.</param>
        /// <param name="min">The lower end; the smallest element if min and max are equal.</param>
        /// <param name="max">The upper end; the greatest element if min and max are equal.</param>
        public Tensor histc(long bins = 100, long min = 0, long max = 0) => Ops.histc(this, bins, min, max);
    }
}
