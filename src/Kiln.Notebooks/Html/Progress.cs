using System.Globalization;

namespace Kiln.Notebooks;

/// <summary>A bar that shows how much is done.</summary>
internal static class Progress
{
    private const int Width = 40;

    /// <summary>The bar as HTML.</summary>
    public static string Html(double fraction) => string.Create(CultureInfo.InvariantCulture,
        $"<progress value=\"{Math.Clamp(fraction, 0, 1):0.###}\" max=\"1\" style=\"width:100%;max-width:640px;height:14px\"></progress>");

    /// <summary>The bar for a terminal.</summary>
    public static string Text(double fraction)
    {
        var done = (int)(Math.Clamp(fraction, 0, 1) * Width);
        return $"[{new string('#', done)}{new string('.', Width - done)}] {Numbers.Percent(Math.Clamp(fraction, 0, 1))}";
    }
}
