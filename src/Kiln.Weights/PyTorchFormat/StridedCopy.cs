using System.Runtime.InteropServices;

namespace Kiln.Weights;

/// <summary>Copies elements that lie apart into memory where they lie together.</summary>
internal static class StridedCopy
{
    public static void Gather(ReadOnlySpan<byte> source, Span<byte> target, long[] shape, long[] strides, int elementSize)
    {
        switch (elementSize)
        {
            case 1: Gather(source, target, shape, strides); break;
            case 2: Gather(MemoryMarshal.Cast<byte, short>(source), MemoryMarshal.Cast<byte, short>(target), shape, strides); break;
            case 4: Gather(MemoryMarshal.Cast<byte, int>(source), MemoryMarshal.Cast<byte, int>(target), shape, strides); break;
            case 8: Gather(MemoryMarshal.Cast<byte, long>(source), MemoryMarshal.Cast<byte, long>(target), shape, strides); break;
            default: Gather(MemoryMarshal.Cast<byte, Int128>(source), MemoryMarshal.Cast<byte, Int128>(target), shape, strides); break;
        }
    }

    private static void Gather<T>(ReadOnlySpan<T> source, Span<T> target, long[] shape, long[] strides)
    {
        var index = new long[shape.Length];
        long position = 0;
        foreach (ref T element in target)
        {
            element = source[(int)position];
            for (int axis = shape.Length - 1; axis >= 0; axis--)
            {
                position += strides[axis];
                if (++index[axis] < shape[axis]) break;
                position -= strides[axis] * shape[axis];
                index[axis] = 0;
            }
        }
    }
}
