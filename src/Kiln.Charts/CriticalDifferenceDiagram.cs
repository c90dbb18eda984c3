using System.Collections.Immutable;
using Kiln.Charts.Plotly;
using Kiln.Charts.Svg;
using Kiln.Charts.Text;

namespace Kiln.Charts;

/// <summary>Mean ranks of several arms over several data sets; a bar joins those that cannot be told apart.</summary>
/// <remarks>Source: J. Demšar, Statistical comparisons of classifiers over multiple data sets, JMLR 7, 2006.</remarks>
public sealed record CriticalDifferenceDiagram : Chart
{
    /// <summary>The arms, in any order. Default: none.</summary>
    public ImmutableArray<RankedArm> Arms { get; init; } = [];

    /// <summary>Mean ranks that differ by less cannot be told apart. Default: not known, then no bar is drawn.</summary>
    public double? CriticalDifference { get; init; }

    /// <inheritdoc/>
    /// <remarks>As high as the arms need; <see cref="Chart.Height"/> plays no part.</remarks>
    public override (int Width, int Height) PictureSize => new CriticalDifferenceSvg(Checked()).Size;

    /// <inheritdoc/>
    public override string ToSvg() => new CriticalDifferenceSvg(Checked()).Draw();

    /// <inheritdoc/>
    public override string ToPlotlyJson() => CriticalDifferencePlotly.Write(Checked());

    /// <inheritdoc/>
    public override string ToText() => CriticalDifferenceText.Write(Checked());

    /// <summary>The longest stretches of neighbouring ranks that cannot be told apart: first and last position in the order of ranks.</summary>
    internal IEnumerable<(int First, int Last)> Groups()
    {
        if (CriticalDifference is not { } least) yield break;
        var end = -1;
        for (var first = 0; first < Arms.Length; first++)
        {
            var last = first;
            while (last + 1 < Arms.Length && Arms[last + 1].MeanRank - Arms[first].MeanRank < least) last++;
            // A stretch that ends where an earlier one does lies within it.
            if (last > first && last > end) yield return (first, last);
            end = Math.Max(end, last);
        }
    }

    private CriticalDifferenceDiagram Checked()
    {
        foreach (var arm in Arms.OrEmpty())
            if (!(arm.MeanRank >= 1 && arm.MeanRank <= Arms.Length))
                throw new ArgumentException(FormattableString.Invariant($"Critical difference: '{arm.Name}' has mean rank {arm.MeanRank}; expected 1 (the best) to {Arms.Length}, the number of arms."));
        return this with { Arms = [.. Arms.OrEmpty().OrderBy(arm => arm.MeanRank)] };
    }
}

/// <summary>An arm of a <see cref="CriticalDifferenceDiagram"/>.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="MeanRank">Mean of its ranks over the data sets; 1 is the best.</param>
public readonly record struct RankedArm(string Name, double MeanRank);
