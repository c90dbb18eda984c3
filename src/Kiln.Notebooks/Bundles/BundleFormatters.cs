using System.Diagnostics.CodeAnalysis;

namespace Kiln.Notebooks;

/// <summary>How Kiln's own values look as the result of a cell; a host registers them with its formatters.</summary>
public static class BundleFormatters
{
    private static readonly IReadOnlyList<(Type Type, Func<object, MimeBundle> Format)> Registered = [];

    /// <summary>All formatters; each also serves the types derived from its own, and earlier ones win.</summary>
    public static IEnumerable<(Type Type, Func<object, MimeBundle> Format)> All => Registered;

    /// <summary>The bundle of a value, where Kiln knows how to show it.</summary>
    public static bool TryFormat(object value, [NotNullWhen(true)] out MimeBundle? bundle)
    {
        ArgumentNullException.ThrowIfNull(value);
        bundle = Registered.FirstOrDefault(formatter => formatter.Type.IsInstanceOfType(value)).Format?.Invoke(value);
        return bundle is not null;
    }
}
