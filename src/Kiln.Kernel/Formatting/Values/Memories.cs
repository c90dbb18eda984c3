using System.Collections;
using System.Reflection;

namespace Kiln.Kernel;

/// <summary>Stretches of memory, as the sequences they are.</summary>
internal static class Memories
{
    private static readonly MethodInfo Wrap = typeof(Memories).GetMethod(nameof(Wrapped), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>The items of a <c>Memory</c> or <c>ReadOnlyMemory</c>; null for any other value.</summary>
    public static IEnumerable? Items(object value)
    {
        if (value.GetType() is not { IsGenericType: true, IsValueType: true } type) return null;
        var isWritable = type.GetGenericTypeDefinition() == typeof(Memory<>);
        if (!isWritable && type.GetGenericTypeDefinition() != typeof(ReadOnlyMemory<>)) return null;
        var readOnly = isWritable ? type.GetMethod("op_Implicit", [type])!.Invoke(null, [value]) : value;
        return (IEnumerable?)Wrap.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [readOnly]);
    }

    private static IEnumerable<T> Wrapped<T>(ReadOnlyMemory<T> memory) => Enumerable.Range(0, memory.Length).Select(i => memory.Span[i]);
}
