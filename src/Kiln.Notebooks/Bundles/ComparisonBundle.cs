namespace Kiln.Notebooks;

/// <summary>A comparison as one output: verdict, chart and tables.</summary>
internal static class ComparisonBundle
{
    /// <summary>The bundle; its PNG is the chart.</summary>
    public static MimeBundle Of(Comparison comparison)
    {
        var report = ComparisonReport.Of(comparison);
        var chart = ChartBundle.Final(ComparisonChart.Of(comparison));
        return report.Add(chart.Data[MimeBundle.Html], chart.Data[MimeBundle.Plain]).ToBundle().With(MimeBundle.Png, chart.Data[MimeBundle.Png]);
    }
}
