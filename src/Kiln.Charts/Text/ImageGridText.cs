using System.Globalization;
using System.Text;

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
        var columns = Math.Min(grid.Columns, count);
        var table = new TextTable(new bool[columns]);
        for (var start = 0; start < count; start += columns)
            table.Add([.. Enumerable.Range(start, columns).Select(i => i < count ? Label(grid.Images[i]) : "")]);
        table.Write(text);
        return text.ToString();
    }

    private static string Label(GridImage image) =>
        image.LabelColor == Palette.Warning ? image.Label + " !" : image.Label;
}
