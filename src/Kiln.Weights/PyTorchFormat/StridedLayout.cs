namespace Kiln.Weights;

/// <summary>How the elements of a view lie in its storage.</summary>
/// <param name="Axes">The dimensions that move through the storage: more than one index, and a stride.</param>
/// <param name="ByStride">The same, from the largest stride to the smallest.</param>
/// <param name="IsDense">Whether they cover a block without holes or overlaps.</param>
/// <param name="Repeats">Whether a dimension shows the same elements again and again (stride 0).</param>
internal sealed record StridedLayout(int[] Axes, int[] ByStride, bool IsDense, bool Repeats)
{
    public static StridedLayout Of(long[] shape, long[] strides)
    {
        var axes = Enumerable.Range(0, shape.Length).Where(i => shape[i] > 1 && strides[i] > 0).ToArray();
        var byStride = axes.OrderByDescending(i => strides[i]).ToArray();
        long expected = 1;
        bool dense = true;
        foreach (int axis in byStride.Reverse())
        {
            dense &= strides[axis] == expected;
            expected *= shape[axis];
        }
        return new StridedLayout(axes, byStride, dense, Enumerable.Range(0, shape.Length).Any(i => shape[i] > 1 && strides[i] == 0));
    }
}
