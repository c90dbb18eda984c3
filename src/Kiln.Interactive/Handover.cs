using System.Collections.Concurrent;
using System.ComponentModel;
using System.Globalization;

namespace Kiln.Interactive;

/// <summary>Takes a value out of the user's session without showing it: the session puts it in, Kiln takes it out.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Handover
{
    private static readonly ConcurrentDictionary<long, object?> Values = new();
    private static long _last;

    /// <summary>Puts a value in; only code that Kiln has written calls it.</summary>
    /// <param name="slot">The number of the place.</param>
    /// <param name="value">The value.</param>
    public static void Put(long slot, object? value) => Values[slot] = value;

    internal static Slot Open() => new(Interlocked.Increment(ref _last));

    /// <summary>A place for one value.</summary>
    internal sealed class Slot(long number) : IDisposable
    {
        /// <summary>The value put in, or null.</summary>
        public object? Value => Values.GetValueOrDefault(number);

        /// <summary>C# that puts the value of an expression in. A statement has no value, so the notebook shows none.</summary>
        public string Statement(string expression) =>
            $"global::{typeof(Handover).FullName}.{nameof(Put)}({number.ToString(CultureInfo.InvariantCulture)}L,\n{expression}\n);";

        public void Dispose() => Values.TryRemove(number, out _);
    }
}
