using System.Collections.Immutable;
using Kiln.Charts.Plotly;
using Kiln.Charts.Scales;
using Kiln.Charts.Svg;
using Kiln.Charts.Text;

namespace Kiln.Charts;

/// <summary>How values are spread, such as the weights of each layer: one outline for each set of values, all over the same bins.</summary>
public sealed record Histogram : Chart
{
    private const int MostBins = 1000;

    /// <summary>Ends of the bins, shape (B + 1), ascending; 1 to 1000 bins. Default: none.</summary>
    public ImmutableArray<double> Edges { get; init; } = [];

    /// <summary>The sets of values, in the order of their colours. Default: none.</summary>
    public ImmutableArray<HistogramSeries> Series { get; init; } = [];

    /// <summary>The axis of the values. Default: no title, the range of the bins.</summary>
    public Axis X { get; init; } = new("");

    /// <summary>The axis of the heights. Default: "count", from 0.</summary>
    public Axis Y { get; init; } = new("count") { Min = 0 };

    /// <summary>Counts values into bins of equal width.</summary>
    /// <param name="sets">The sets of values by name; a value that is not finite is left out.</param>
    /// <param name="bins">How many bins, 1 to 1000.</param>
    /// <returns>A chart whose bins span the values of all sets; heights are counts.</returns>
    public static Histogram Of(IReadOnlyList<(string Name, ImmutableArray<double> Values)> sets, int bins = 50)
    {
        ArgumentNullException.ThrowIfNull(sets);
        if (bins is < 1 or > MostBins)
            throw new ArgumentOutOfRangeException(nameof(bins), bins, $"Histogram: expected 1 to {MostBins} bins.");
        return Binning.Count(sets, bins);
    }

    /// <inheritdoc/>
    public override (int Width, int Height) PictureSize => (Width, Height);

    /// <inheritdoc/>
    public override string ToSvg() => new HistogramSvg(Checked()).Draw();

    /// <inheritdoc/>
    public override string ToPlotlyJson() => HistogramPlotly.Write(Checked());

    /// <inheritdoc/>
    public override string ToText() => HistogramText.Write(Checked());

    private Histogram Checked()
    {
        var (edges, series) = (Edges.OrEmpty(), Series.OrEmpty());
        if (edges.Length > MostBins + 1) throw new ArgumentException($"Histogram: expected at most {MostBins} bins, got {edges.Length - 1}.");
        for (var i = 1; i < edges.Length; i++)
            if (!(edges[i] > edges[i - 1]) || !Extent.Shows(edges[i], log: false) || !Extent.Shows(edges[i - 1], log: false))
                throw new ArgumentException($"Histogram: expected finite edges that ascend, got {Numbers.Short(edges[i - 1])} before {Numbers.Short(edges[i])}.");
        var bins = Math.Max(0, edges.Length - 1);
        foreach (var one in series)
            if (one.Heights.OrEmpty().Length != bins)
                throw new ArgumentException($"Histogram '{one.Name}': expected {bins} heights for {edges.Length} edges, got {one.Heights.OrEmpty().Length}.");
        return this with { Edges = edges, Series = bins == 0 ? [] : series };
    }
}
