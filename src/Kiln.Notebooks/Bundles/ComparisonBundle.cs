using Kiln.Charts;

namespace Kiln.Notebooks;

/// <summary>A comparison as one output: verdict, tables and charts.</summary>
internal static class ComparisonBundle
{
    /// <summary>The bundle; its PNG is the chart that decides.</summary>
    public static MimeBundle Of(Comparison comparison) => Of(ComparisonReport.Of(comparison), ComparisonCharts.Of(comparison));

    /// <summary>The bundle of a comparison over data sets.</summary>
    public static MimeBundle Of(DataSetsComparison comparison) => Of(DataSetsReport.Of(comparison), [DataSetsCharts.Of(comparison)]);

    private static MimeBundle Of(Report report, IEnumerable<Chart> charts)
    {
        string? png = null;
        foreach (var chart in charts.Select(ChartBundle.Final))
        {
            report.Add(chart.Data[MimeBundle.Html], chart.Data[MimeBundle.Plain]);
            png ??= chart.Data[MimeBundle.Png];
        }
        return png is null ? report.ToBundle() : report.ToBundle().With(MimeBundle.Png, png);
    }
}
