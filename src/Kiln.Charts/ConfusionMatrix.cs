using System.Collections.Immutable;
using Kiln.Charts.Plotly;
using Kiln.Charts.Scales;
using Kiln.Charts.Svg;
using Kiln.Charts.Text;

namespace Kiln.Charts;

/// <summary>What a classifier took for what: a row for each true class, a column for each predicted one.</summary>
/// <remarks>
/// Cells are coloured by their share of the row, so that rare classes count as much as common ones. Of more than 40 classes the
/// 39 with the most mistakes are drawn, the others together.
/// </remarks>
public sealed record ConfusionMatrix : Chart
{
    /// <summary>Name of each class, shape (K). Default: none.</summary>
    public ImmutableArray<string> ClassNames { get; init; } = [];

    /// <summary>Examples by true class (rows) and predicted class (columns), row by row, shape (K, K). Default: none.</summary>
    public ImmutableArray<long> Counts { get; init; } = [];

    /// <inheritdoc/>
    /// <remarks>As high as its rows need; <see cref="Chart.Height"/> plays no part.</remarks>
    public override (int Width, int Height) PictureSize => new ConfusionLayout(this, Drawn()).Size;

    /// <inheritdoc/>
    public override string ToSvg() => new ConfusionSvg(this, Drawn()).Draw();

    /// <inheritdoc/>
    public override string ToPlotlyJson() => ConfusionPlotly.Write(this, Drawn());

    /// <inheritdoc/>
    public override string ToText() => ConfusionText.Write(this, Drawn());

    private DrawnConfusion Drawn()
    {
        var (names, counts) = (ClassNames.OrEmpty(), Counts.OrEmpty());
        if (counts.Length != names.Length * names.Length)
            throw new ArgumentException(
                $"Confusion matrix: expected {names.Length * names.Length} counts for {names.Length} classes, got {counts.Length}.");
        if (counts.Any(count => count < 0)) throw new ArgumentException("Confusion matrix: expected counts of 0 or more, got a negative one.");
        return DrawnConfusion.Of(names, counts);
    }
}
