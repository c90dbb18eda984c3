namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum of all elements.</summary>
        /// <param name="type">The type to sum in; Int64 for integers if left out.</param>
        /// <returns>A tensor ().</returns>
        public Tensor sum(ScalarType? type = null) => Ops.sum(this, type);

        /// <summary>The sum along dimensions.</summary>
        /// <param name="dim">The dimensions that disappear.</param>
        /// <param name="keepdim">Whether they stay with size 1.</param>
        /// <param name="type">The type to sum in; Int64 for integers if left out.</param>
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => Ops.sum(this, dim, keepdim, type);

        /// <summary>The sum along dimensions.</summary>
        /// <inheritdoc cref="sum(long[], bool, ScalarType?)"/>
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => Ops.sum(this, dim.ToArray(), keepdim, type);

        /// <summary>The sum along one dimension.</summary>
        /// <inheritdoc cref="sum(long[], bool, ScalarType?)"/>
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => Ops.sum(this, [dim], keepdim, type);

        /// <summary>The sum along two dimensions.</summary>
        /// <param name="dim0">A dimension that disappears.</param>
        /// <param name="dim1">A dimension that disappears.</param>
        /// <param name="keepdim">Whether they stay with size 1.</param>
        /// <param name="type">The type to sum in; Int64 for integers if left out.</param>
        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) => Ops.sum(this, [dim0, dim1], keepdim, type);

        /// <summary>The sum along three dimensions.</summary>
        /// <param name="dim0">A dimension that disappears.</param>
        /// <param name="dim1">A dimension that disappears.</param>
        /// <param name="dim2">A dimension that disappears.</param>
        /// <param name="keepdim">Whether they stay with size 1.</param>
        /// <param name="type">The type to sum in; Int64 for integers if left out.</param>
        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) => Ops.sum(this, [dim0, dim1, dim2], keepdim, type);

        /// <summary>The mean of all elements.</summary>
        /// <returns>A tensor ().</returns>
        public Tensor mean() => Ops.mean(this);

        /// <summary>The mean along dimensions.</summary>
        /// <param name="dimensions">The dimensions that disappear.</param>
        /// <param name="keepdim">Whether they stay with size 1.</param>
        /// <param name="type">The type to compute in.</param>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => Ops.mean(this, dimensions, keepdim, type);

        /// <summary>The product of all elements.</summary>
        /// <param name="type">The type to multiply in; Int64 for integers if left out.</param>
        /// <returns>A tensor ().</returns>
        public Tensor prod(ScalarType? type = null) => Ops.prod(this, type);

        /// <summary>The product along one dimension.</summary>
        /// <param name="dim">The dimension that disappears.</param>
        /// <param name="keepdim">Whether it stays with size 1.</param>
        /// <param name="type">The type to multiply in; Int64 for integers if left out.</param>
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) => Ops.prod(this, dim, keepdim, type);

        /// <summary>The logarithm of the sum of exponentials along one dimension.</summary>
        /// <param name="dim">The dimension that disappears.</param>
        /// <param name="keepdim">Whether it stays with size 1.</param>
        public Tensor logsumexp(long dim, bool keepdim = false) => Ops.logsumexp(this, [dim], keepdim);

        /// <summary>The p-norm of all elements: (Σ|x|ᵖ)^(1/p).</summary>
        /// <returns>A tensor ().</returns>
        public Tensor norm(float p = 2) => Ops.norm(this, p);

        /// <summary>The p-norm along one dimension.</summary>
        /// <param name="dim">The dimension that disappears.</param>
        /// <param name="keepdim">Whether it stays with size 1.</param>
        /// <param name="p">The exponent.</param>
        public Tensor norm(int dim, bool keepdim = false, float p = 2) => Ops.norm(this, p, [dim], keepdim);

        /// <summary>Whether all elements are not zero.</summary>
        /// <returns>A tensor ().</returns>
        public Tensor all() => Ops.all(this);

        /// <summary>Whether all elements along one dimension are not zero.</summary>
        /// <param name="dim">The dimension that disappears.</param>
        /// <param name="keepdim">Whether it stays with size 1.</param>
        public Tensor all(long dim, bool keepdim = false) => Ops.all(this, dim, keepdim);

        /// <summary>Whether an element is not zero.</summary>
        /// <returns>A tensor ().</returns>
        public Tensor any() => Ops.any(this);

        /// <summary>Whether an element along one dimension is not zero.</summary>
        /// <param name="dim">The dimension that disappears.</param>
        /// <param name="keepdim">Whether it stays with size 1.</param>
        public Tensor any(long dim, bool keepdim = false) => Ops.any(this, dim, keepdim);

        /// <summary>How many elements are not zero.</summary>
        /// <param name="dims">The dimensions that disappear; all if left out.</param>
        public Tensor count_nonzero(long[]? dims = null) => dims is null ? Ops.count_nonzero(this) : Ops.count_nonzero(this, dims.AsSpan());

        /// <summary>The running sum along one dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="type">The type to sum in; Int64 for integers if left out.</param>
        public Tensor cumsum(long dim, ScalarType? type = null) => Ops.cumsum(this, dim, type);

        /// <summary>The running product along one dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="type">The type to multiply in; Int64 for integers if left out.</param>
        public Tensor cumprod(long dim, ScalarType? type = null) => Ops.cumprod(this, dim, type);

        /// <summary>The running maximum along one dimension and where it is.</summary>
        /// <param name="dim">The dimension.</param>
        public (Tensor values, Tensor indexes) cummax(long dim) => Ops.cummax(this, dim);

        /// <summary>The running minimum along one dimension and where it is.</summary>
        /// <param name="dim">The dimension.</param>
        public (Tensor values, Tensor indexes) cummin(long dim) => Ops.cummin(this, dim);
    }
}
