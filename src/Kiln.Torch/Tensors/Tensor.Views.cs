namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The transposed matrix; all dimensions in reverse order for other ranks.</summary>
        /// <returns>A view (M, N) of (N, M).</returns>
        public Tensor T => ndim <= 1 ? Ops.alias(this) : Ops.permute(this, [.. Enumerable.Range(0, (int)ndim).Reverse().Select(d => (long)d)]);

        /// <summary>The last two dimensions exchanged.</summary>
        /// <returns>A view (*, M, N) of (*, N, M).</returns>
        public Tensor mT => Ops.transpose(this, -2, -1);
    }
}
