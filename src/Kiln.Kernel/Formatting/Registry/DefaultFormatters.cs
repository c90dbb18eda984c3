using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Kiln.Notebooks;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace Kiln.Kernel;

/// <summary>Puts ours in the place of the registry's own default formatters, for HTML and plain text.</summary>
/// <remarks>
/// As defaults, not as registrations: so everything that users register wins over them, and they are there again after
/// <c>Formatter.ResetToDefault()</c>. The package has no public way to set defaults; it is archived, so what is reached into
/// here does not change any more. Its formatters of other forms (JSON, CSV, tabular data, summaries) stay.
/// </remarks>
internal static class DefaultFormatters
{
    private const string Registry = "Microsoft.DotNet.Interactive.Formatting.Formatter, Microsoft.DotNet.Interactive.Formatting";
    private static readonly Lock Once = new();
    private static volatile bool _areInstalled;

    /// <summary>Whether anybody has touched the registry, whose first use takes a while.</summary>
    public static bool IsRegistryInUse =>
        _areInstalled || AppDomain.CurrentDomain.GetAssemblies().Any(assembly => assembly.GetName().Name == "Microsoft.DotNet.Interactive.Formatting");

    /// <summary>Installs ours, once in a process.</summary>
    public static void Install()
    {
        if (_areInstalled) return;
        lock (Once)
        {
            if (_areInstalled) return;
            AddClearing(null, Replace);
            Replace();
            ClearComputedState(null);
            _areInstalled = true;
        }
    }

    private static void Replace()
    {
        var defaults = Defaults(null);
        var kept = defaults.Where(formatter => formatter.MimeType is not (MimeBundle.Html or MimeBundle.Plain) || IsMarkup(formatter)).Reverse().ToArray();
        defaults.Clear();
        defaults.PushRange(kept);
        defaults.Push(new ValueFormatter(MimeBundle.Plain));
        defaults.Push(new ValueFormatter(MimeBundle.Html));
    }

    // What is HTML already needs the registry's context, which gathers the style sheets it depends on.
    private static bool IsMarkup(ITypeFormatter formatter) => formatter.MimeType == MimeBundle.Html && typeof(IHtmlContent).IsAssignableFrom(formatter.Type);

    [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = "_defaultTypeFormatters")]
    private static extern ref ConcurrentStack<ITypeFormatter> Defaults([UnsafeAccessorType(Registry)] object? registry);

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "add_Clearing")]
    private static extern void AddClearing([UnsafeAccessorType(Registry)] object? registry, Action handler);

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "ClearComputedState")]
    private static extern void ClearComputedState([UnsafeAccessorType(Registry)] object? registry);
}
