using System.Globalization;
using Kiln.Charts.Scales;

namespace Kiln.Charts.Svg;

/// <summary>Draws a confusion matrix: names at the left and above, counts and shares in the cells.</summary>
internal sealed class ConfusionSvg(ConfusionMatrix chart, DrawnConfusion matrix)
{
    private readonly ConfusionLayout _layout = new(chart, matrix);

    public string Draw()
    {
        var svg = new SvgWriter(_layout.Size.Width, _layout.Size.Height, chart.Title);
        svg.Heading(chart.Title, chart.Width - 16);
        svg.Text(8, chart.Title == "" ? 18 : 38, TextMetrics.Fit(Legend(matrix), chart.Width - 16, 12));
        if (matrix.Size == 0) svg.Text(chart.Width / 2.0, _layout.Size.Height - 10, "no data", Anchor.Middle);
        for (var k = 0; k < matrix.Size; k++) DrawNames(svg, k);
        DrawGround(svg);
        for (var truth = 0; truth < matrix.Size; truth++)
            for (var predicted = 0; predicted < matrix.Size; predicted++)
                if (matrix[truth, predicted] > 0) DrawCell(svg, truth, predicted);
        return svg.Finish();
    }

    /// <summary>What rows, columns and colours mean, in one line.</summary>
    public static string Legend(DrawnConfusion matrix) =>
        "rows: truth · columns: prediction" + (matrix.IsReduced ? $" · {matrix.Size - 1} of {matrix.Classes} classes, those with the most mistakes" : "");

    private void DrawNames(SvgWriter svg, int index)
    {
        var (left, top, cell, size) = (_layout.Left, _layout.Top, _layout.Cell, _layout.FontSize);
        var style = size == 12 ? "" : string.Create(CultureInfo.InvariantCulture, $" font-size=\"{size:0.#}\"");
        var middle = (index + .5) * cell;
        svg.Text(left - 8, top + middle + size * .35, TextMetrics.Fit(matrix.Names[index], _layout.RowNameRoom, size), Anchor.End, style);
        var name = TextMetrics.Fit(matrix.Names[index], _layout.ColumnNameRoom, size);
        if (!_layout.HasUprightNames)
        {
            svg.Text(left + middle, top - 8, name, Anchor.Middle, style);
            return;
        }
        var (x, y) = (left + middle + size * .35, top - 6);
        svg.Text(x, y, name, style: string.Create(CultureInfo.InvariantCulture, $"{style} transform=\"rotate(-90 {x:0.#} {y:0.#})\""));
    }

    private void DrawGround(SvgWriter svg)
    {
        var (left, top, side) = (_layout.Left, _layout.Top, _layout.Cell * matrix.Size);
        for (var k = 0; k <= matrix.Size && matrix.Size > 0; k++)
            svg.Line(left, top + k * _layout.Cell, left + side, top + k * _layout.Cell, Frame.Grid)
                .Line(left + k * _layout.Cell, top, left + k * _layout.Cell, top + side, Frame.Grid);
    }

    private void DrawCell(SvgWriter svg, int truth, int predicted)
    {
        var (x, y, cell) = (_layout.Left + predicted * _layout.Cell, _layout.Top + truth * _layout.Cell, _layout.Cell);
        var share = matrix.Share(truth, predicted);
        var color = ConfusionColor.Of(truth == predicted, share);
        svg.Rectangle(x + .5, y + .5, cell - 1, cell - 1,
            string.Create(CultureInfo.InvariantCulture, $"fill=\"{color.Fill}\" fill-opacity=\"{color.Opacity:0.##}\""));
        var word = DrawnConfusion.Word(matrix[truth, predicted]);
        if (_layout.SizeOf(word) is not { } size) return;
        var ink = color.Ink == Palette.Ink ? "" : $" fill=\"{color.Ink}\"";
        var middle = _layout.HasShares ? y + cell / 2 - 3 : y + cell / 2 + size * .36;
        svg.Text(x + cell / 2, middle, word, Anchor.Middle,
            string.Create(CultureInfo.InvariantCulture, $" font-size=\"{size:0.#}\" font-weight=\"600\"{ink}"));
        if (_layout.HasShares)
            svg.Text(x + cell / 2, y + cell / 2 + 12, DrawnConfusion.Word(share), Anchor.Middle, $" font-size=\"10\"{ink}");
    }
}
