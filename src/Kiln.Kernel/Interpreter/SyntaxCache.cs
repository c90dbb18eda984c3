using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Kiln.Kernel;

/// <summary>Roslyn's tables of syntax nodes and of texts, which it shares among all parses of the process and never empties.</summary>
/// <remarks>
/// A literal of ten megabytes, such as a picture in a cell, goes into both tables, and each version of it would stay in memory.
/// There is no public way to empty them; where a later Roslyn has other fields, nothing is done.
/// </remarks>
internal static class SyntaxCache
{
    private const int LargeText = 1 << 20;
    private const BindingFlags Hidden = BindingFlags.Static | BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    private static readonly Type? Nodes = Internal("Microsoft.CodeAnalysis.Syntax.InternalSyntax.SyntaxNodeCache");
    private static readonly Type? Texts = Internal("Roslyn.Utilities.StringTable");

    /// <summary>Empties the tables after a large text was parsed; a small one is worth its place.</summary>
    public static void Forget(string? code)
    {
        if (code is null || code.Length < LargeText) return;
        Clear(Read(Nodes, null, "s_cache"));
        Clear(Segments(Read(Texts, null, "s_sharedTable")));
        foreach (var table in Idle(Read(Texts, null, "s_staticPool"))) Clear(Read(table.GetType(), table, "_localTable"));
    }

    private static void Clear(object? array)
    {
        if (array is Array[] segments)
            foreach (var segment in segments) Array.Clear(segment);
        else if (array is Array entries)
            Array.Clear(entries);
    }

    private static object? Segments(object? segmented) => Read(segmented?.GetType(), segmented, "_items");

    // The pool holds what nobody uses just now.
    private static IEnumerable<object> Idle(object? pool)
    {
        if (Read(pool?.GetType(), pool, "_firstItem") is { } first) yield return first;
        foreach (var element in Segments(pool) as Array ?? Array.Empty<object>())
            if (Read(element?.GetType(), element, "Value") is { } item) yield return item;
    }

    private static Type? Internal(string name) => typeof(SyntaxTree).Assembly.GetType(name);

    private static object? Read(Type? type, object? instance, string field) => type?.GetField(field, Hidden)?.GetValue(instance);
}
