using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>Memory for the complex numbers of one call: 16 bytes do not fit into a value of the boundary.</summary>
/// <remarks>The slots of a thread are used in turn. A call has far fewer arguments than there are slots.</remarks>
internal static unsafe class ComplexSlots
{
    private const int Count = 256;

    [ThreadStatic]
    private static double[]? t_slots;

    [ThreadStatic]
    private static int t_next;

    internal static Value Place(double real, double imaginary)
    {
        var slots = t_slots ??= GC.AllocateArray<double>(2 * Count, pinned: true);
        var at = t_next;
        t_next = (at + 1) % Count;
        slots[2 * at] = real;
        slots[2 * at + 1] = imaginary;
        return new Value { Tag = ValueTag.Complex, Pointer = Marshal.UnsafeAddrOfPinnedArrayElement(slots, 2 * at) };
    }
}
