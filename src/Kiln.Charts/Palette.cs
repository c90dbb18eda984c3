using System.Collections.Immutable;

namespace Kiln.Charts;

/// <summary>
/// The colours of all charts: those of Okabe and Ito, who chose them so that colour-blind readers can tell them apart,
/// darkened or lightened until each has a contrast of 3 to 1 or more both on white and on #111.
/// </summary>
/// <remarks>Source: M. Okabe, K. Ito, Color Universal Design, 2008. Their yellow and black cannot work on both grounds and are left out.</remarks>
public static class Palette
{
    /// <summary>The colours of lines in their order: the two blues, which are nearest to each other, stand furthest apart.</summary>
    public static ImmutableArray<string> Colors { get; } =
        ["#2b8ad0", "#d55e00", "#009e73", "#c26a9a", "#b8860b", "#8a7bd1", "#7f8c2e", "#3d9bc9"];

    /// <summary>The colour that marks a mistake, such as a wrong prediction.</summary>
    public static string Warning => "#d55e00";

    /// <summary>The colour of what stands behind the rest, such as the losses of single batches.</summary>
    public static string Neutral => "#858585";

    /// <summary>Text and axes.</summary>
    internal const string Ink = "#7c7c7c";

    internal static string Of(int index) => Colors[index % Colors.Length];

    /// <summary>The colour given if it is one, so that no text can break out of an attribute; otherwise the fallback.</summary>
    internal static string Valid(string? color, string fallback) =>
        color is { Length: 7 } && color[0] == '#' && color.AsSpan(1).IndexOfAnyExcept("0123456789abcdefABCDEF") < 0 ? color : fallback;
}
