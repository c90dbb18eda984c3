using System.Globalization;

namespace Kiln.Kernel;

/// <summary>What a sequence has beyond what is shown.</summary>
/// <param name="Any">Whether there is more.</param>
/// <param name="Count">How much; null where nobody knows without going through it.</param>
internal readonly record struct Remainder(bool Any, long? Count = null)
{
    /// <summary>As the last item: <c>… 980 more</c>.</summary>
    public override string ToString() =>
        !Any ? "" : Count is { } count ? string.Create(CultureInfo.InvariantCulture, $"… {count:#,0} more") : "… more";

    /// <summary>The rest of a sequence of known length.</summary>
    public static Remainder After(long shown, long total) => new(total > shown, total - shown);
}
