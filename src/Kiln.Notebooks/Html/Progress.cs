using System.Globalization;

namespace Kiln.Notebooks;

/// <summary>A bar that shows how much is done.</summary>
internal static class Progress
{
    private const int Width = 40;
    private const string Colour = "#2b8ad0";

    /// <summary>The bar as HTML.</summary>
    /// <remarks>A browser draws the track of a progress element for a white page, so what is seen are two boxes; the element says the same to a screen reader.</remarks>
    public static string Html(double fraction)
    {
        var done = Math.Clamp(fraction, 0, 1);
        return string.Create(CultureInfo.InvariantCulture,
            $"""
            <div style="max-width:640px;height:8px;margin:4px 0;background-color:{Markup.Line}"><div style="width:{100 * done:0.#}%;height:8px;background-color:{Colour}"></div></div>
            <progress value="{done:0.###}" max="1" style="position:absolute;width:1px;height:1px;opacity:0"></progress>
            """);
    }

    /// <summary>The bar for a terminal.</summary>
    public static string Text(double fraction)
    {
        var done = (int)(Math.Clamp(fraction, 0, 1) * Width);
        return $"[{new string('#', done)}{new string('.', Width - done)}] {Numbers.Percent(Math.Clamp(fraction, 0, 1))}";
    }
}
