using Kiln.Charts.Scales;

namespace Kiln.Charts.Text;

/// <summary>Curves as a row of blocks of eight heights, all lines of a chart on one scale.</summary>
internal sealed class Sparkline
{
    private const int Cells = 32;
    private const string Blocks = "▁▂▃▄▅▆▇█";

    private readonly AxisPlan _x, _y;

    public Sparkline(LineChart chart, DrawnLine[] lines)
    {
        var (x, y) = (new Extent(chart.X.Log), new Extent(chart.Y.Log));
        foreach (var line in lines)
            for (var i = 0; i < line.Y.Length; i++)
            {
                if (double.IsNaN(line.Y[i])) continue;
                x.Add(line.X[i]);
                y.Add(line.Y[i]);
            }
        _x = AxisPlan.For(new Axis("") { Log = chart.X.Log }, x, 2, snap: false);
        _y = AxisPlan.For(new Axis("") { Log = chart.Y.Log }, y, 2, snap: false);
    }

    /// <summary>The mean of the points that fall into each cell; few points get a cell each.</summary>
    public string Draw(DrawnLine line)
    {
        var cells = Math.Clamp(line.Y.Length, 1, Cells);
        var (sums, counts) = (new double[cells], new int[cells]);
        for (var i = 0; i < line.Y.Length; i++)
        {
            if (double.IsNaN(line.Y[i])) continue;
            var cell = Math.Clamp((int)Math.Floor(_x.Share(line.X[i]) * (cells - 1) + .5), 0, cells - 1);
            sums[cell] += _y.Share(line.Y[i]);
            counts[cell]++;
        }
        return string.Create(cells, (sums, counts), static (row, state) =>
        {
            for (var i = 0; i < row.Length; i++)
                row[i] = state.counts[i] == 0
                    ? ' '
                    : Blocks[Math.Clamp((int)(state.sums[i] / state.counts[i] * Blocks.Length), 0, Blocks.Length - 1)];
        });
    }
}
