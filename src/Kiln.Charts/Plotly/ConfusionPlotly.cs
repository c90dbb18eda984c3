using System.Globalization;
using Kiln.Charts.Scales;
using Kiln.Charts.Svg;

namespace Kiln.Charts.Plotly;

/// <summary>A confusion matrix as a plotly figure: square markers with words, since the basic bundle has no heat map.</summary>
internal static class ConfusionPlotly
{
    public static string Write(ConfusionMatrix chart, DrawnConfusion matrix)
    {
        using var figure = new FigureWriter();
        var layout = new ConfusionLayout(chart, matrix);
        var cells = Enumerable.Range(0, matrix.Size * matrix.Size).Where(i => matrix.Counts[i] > 0)
            .Select(i => (Truth: i / matrix.Size, Predicted: i % matrix.Size)).ToArray();
        if (cells.Length > 0) WriteCells(figure, matrix, layout, cells);
        var right = Math.Max(4, chart.Width - layout.Left - matrix.Size * layout.Cell);
        figure.OpenLayout(chart, layout.Left, right, layout.Top, 10).Set("showlegend", false).Set("hovermode", "closest");
        // As in the dot chart: places are numbers with words as ticks, because two classes may bear the same name.
        OpenAxis(figure, "xaxis", "top", matrix, layout.FontSize, layout.ColumnNameRoom)
            .Set("range", [-.5, Math.Max(1, matrix.Size) - .5]).Set("tickangle", layout.HasUprightNames ? -90 : 0).Close();
        OpenAxis(figure, "yaxis", "left", matrix, layout.FontSize, layout.RowNameRoom).Set("range", [Math.Max(1, matrix.Size) - .5, -.5]).Close();
        figure.OpenArray("annotations").Open().Set("text", ConfusionSvg.Legend(matrix)).Set("showarrow", false).Set("xref", "paper").Set("yref", "paper")
            .Set("x", 0).Set("xanchor", "left").Set("xshift", 8 - layout.Left).Set("y", 1).Set("yanchor", "bottom")
            .Set("yshift", layout.Top - (chart.Title == "" ? 22 : 44)).Close().CloseArray();
        return figure.Close().Finish();
    }

    private static void WriteCells(FigureWriter figure, DrawnConfusion matrix, ConfusionLayout layout, (int Truth, int Predicted)[] cells)
    {
        var colors = cells.Select(cell => ConfusionColor.Of(cell.Truth == cell.Predicted, matrix.Share(cell.Truth, cell.Predicted))).ToArray();
        figure.Open().Set("type", "scatter").Set("mode", "markers+text")
            .Set("x", cells.Select(cell => (double)cell.Predicted).ToArray()).Set("y", cells.Select(cell => (double)cell.Truth).ToArray())
            .SetTexts("text", cells.Select(cell => Word(matrix, layout, cell)))
            .SetTexts("hovertext", cells.Select(cell =>
                $"{matrix[cell.Truth, cell.Predicted]} of {matrix.RowSum(cell.Truth)} {matrix.Names[cell.Truth]} taken for {matrix.Names[cell.Predicted]}"
                + $" ({DrawnConfusion.Word(matrix.Share(cell.Truth, cell.Predicted))})"))
            .Set("hoverinfo", "text").Set("cliponaxis", false)
            .Open("textfont").Set("size", Math.Clamp(layout.Cell / 3.2, 7, 12)).SetTexts("color", colors.Select(color => color.Ink)).Close()
            .Open("marker").Set("symbol", "square").Set("size", layout.Cell - 1).Set("opacity", 1)
            .SetTexts("color", colors.Select(Rgba)).Open("line").Set("width", 0).Close().Close().Close();
    }

    private static string Word(DrawnConfusion matrix, ConfusionLayout layout, (int Truth, int Predicted) cell)
    {
        var word = DrawnConfusion.Word(matrix[cell.Truth, cell.Predicted]);
        return layout.SizeOf(word) is null ? "" : word;
    }

    private static string Rgba(ConfusionColor color)
    {
        var rgb = Convert.FromHexString(color.Fill.AsSpan(1));
        return string.Create(CultureInfo.InvariantCulture, $"rgba({rgb[0]},{rgb[1]},{rgb[2]},{color.Opacity:0.##})");
    }

    private static FigureWriter OpenAxis(FigureWriter figure, string name, string side, DrawnConfusion matrix, double size, double room) =>
        figure.Open(name).Set("tickmode", "array").Set("side", side)
            .Set("tickvals", Enumerable.Range(0, matrix.Size).Select(i => (double)i).ToArray())
            .SetTexts("ticktext", matrix.Names.Select(label => TextMetrics.Fit(label, room, size)))
            .Open("tickfont").Set("size", size).Close()
            .Set("showgrid", false).Set("zeroline", false).Set("fixedrange", true);
}
