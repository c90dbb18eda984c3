using System.Collections;
using System.Reflection;

namespace Kiln.Kernel;

/// <summary>The first items of a sequence, which is gone through once and never to its end.</summary>
/// <param name="First">The items.</param>
/// <param name="More">What follows them.</param>
internal readonly record struct Items(IReadOnlyList<object?> First, Remainder More)
{
    private static readonly MethodInfo CheapCount =
        typeof(Enumerable).GetMethod(nameof(Enumerable.TryGetNonEnumeratedCount)) ?? throw new MissingMethodException(nameof(Enumerable));

    /// <summary>Takes at most so many items.</summary>
    public static Items Of(IEnumerable source, int most)
    {
        var items = new List<object?>();
        var enumerator = source.GetEnumerator();
        try
        {
            while (items.Count < most)
            {
                if (!enumerator.MoveNext()) return new Items(items, default);
                items.Add(enumerator.Current);
            }
            // One step more tells whether there is a rest; of a collection its count does.
            var count = Count(source);
            var more = count is { } known ? Remainder.After(items.Count, known) : new Remainder(enumerator.MoveNext());
            return new Items(items, more);
        }
        finally
        {
            (enumerator as IDisposable)?.Dispose();
        }
    }

    /// <summary>How many items there are, where that is known without going through them.</summary>
    public static int? Count(IEnumerable source)
    {
        if (source is ICollection collection) return collection.Count;
        var generic = source.GetType().GetInterfaces().FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        if (generic is null) return null;
        object?[] arguments = [source, 0];
        var isKnown = (bool)CheapCount.MakeGenericMethod(generic.GetGenericArguments()).Invoke(null, arguments)!;
        return isKnown ? (int)arguments[1]! : ReadOnlyCount(source, generic.GetGenericArguments()[0]);
    }

    private static int? ReadOnlyCount(IEnumerable source, Type item)
    {
        var collection = typeof(IReadOnlyCollection<>).MakeGenericType(item);
        return collection.IsInstanceOfType(source) ? (int?)collection.GetProperty("Count")!.GetValue(source) : null;
    }
}
