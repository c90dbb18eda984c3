using System.Globalization;
using System.Text;
using Kiln.Charts.Svg;

namespace Kiln.Charts.Text;

/// <summary>A sheet of pictures in words: its labels in rows and columns; a marked one gets an exclamation mark.</summary>
internal static class ImageGridText
{
    public static string Write(ImageGrid grid)
    {
        var text = new StringBuilder(grid.Title == "" ? "images" : TextCells.OneLine(grid.Title));
        if (grid.Images.IsEmpty) return text.Append("\nno data").ToString();
        var (count, first) = (grid.Images.Length, grid.Images[0]);
        text.Append(CultureInfo.InvariantCulture, $"\n{count} {(count == 1 ? "image" : "images")}");
        if (grid.Images.All(image => (image.Width, image.Height, image.IsColor) == (first.Width, first.Height, first.IsColor)))
            text.Append(CultureInfo.InvariantCulture, $" of {first.Width} x {first.Height} {(first.IsColor ? "RGB" : "grey")}");
        if (grid.Images.Any(image => !image.Bars.OrEmpty().IsEmpty)) return WithBars(text, grid);
        var columns = Math.Min(grid.Columns, count);
        var table = new TextTable(new bool[columns]);
        for (var start = 0; start < count; start += columns)
            table.Add([.. Enumerable.Range(start, columns).Select(i => i < count ? Label(grid.Images[i]) : "")]);
        table.Write(text);
        return text.ToString();
    }

    /// <summary>A line for each picture: its label and the classes with their probabilities.</summary>
    private static string WithBars(StringBuilder text, ImageGrid grid)
    {
        var table = new TextTable(false, false);
        foreach (var image in grid.Images)
            table.Add(image.MarkedLabel, string.Join("  ", image.Bars.OrEmpty().Select(bar => $"{bar.Name} {ImageGridSvg.Share(bar)}")));
        table.Write(text);
        return text.ToString();
    }

    private static string Label(GridImage image) =>
        image.LabelColor == Palette.Warning ? image.MarkedLabel + " !" : image.MarkedLabel;
}
