namespace Kiln.Kernel;

/// <summary>
/// How our HTML looks. Only <c>style=</c> attributes, because front ends drop style sheets of notebooks they do not trust;
/// colours are inherited and lines half-transparent grey, so that all of it reads on a white and on a dark page.
/// </summary>
internal static class HtmlStyle
{
    /// <summary>What is less important.</summary>
    public const string Quiet = "opacity:.6";

    /// <summary>Text that keeps its breaks, without the box some front ends draw around it.</summary>
    public const string Preformatted = "margin:0;padding:0;border:0;background:none;color:inherit;line-height:1.4;white-space:pre-wrap";

    /// <summary>The line to click. The classic notebook makes it a block, which has no triangle; a list item has one.</summary>
    public const string Summary = "display:list-item;cursor:pointer";

    public const string Table = "border-collapse:collapse;border:0;margin:4px 0;font-size:inherit;color:inherit;font-variant-numeric:tabular-nums";

    public const string HeadRow = "border-bottom:1px solid rgba(128,128,128,.5)";

    // Said outright, because the classic notebook paints every other row light, also where a theme makes the text light.
    public const string Row = "background:none;border-bottom:1px solid rgba(128,128,128,.15)";

    private const string Cell = "border:0;vertical-align:top;padding:2px 14px 2px 0;";

    /// <summary>A cell of words that stay on their line.</summary>
    public const string Words = Cell + "text-align:left;white-space:nowrap";

    /// <summary>A cell of words that are many.</summary>
    public const string LongWords = Cell + "text-align:left;white-space:pre-wrap;min-width:240px;max-width:480px;overflow-wrap:anywhere";

    /// <summary>A cell whose digits stand under each other.</summary>
    public const string Number = Cell + "text-align:right";

    /// <summary>An index or the name of a member.</summary>
    public const string Head = Cell + "text-align:left;white-space:nowrap;font-weight:normal;" + Quiet;

    /// <summary>An index that is a number.</summary>
    public const string NumberHead = Number + ";font-weight:normal;" + Quiet;
}
