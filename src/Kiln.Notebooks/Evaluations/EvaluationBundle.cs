using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>An evaluation as one output: words, tables, and the picture of its confusions or predictions.</summary>
internal static class EvaluationBundle
{
    /// <summary>The bundle; its PNG is the first picture.</summary>
    /// <param name="evaluation">The figures.</param>
    /// <param name="name">Who was measured.</param>
    public static MimeBundle Of(ModelEvaluation evaluation, string name = "Model")
    {
        var report = EvaluationReport.Of(evaluation, name);
        string? png = null;
        foreach (var chart in EvaluationCharts.Of(evaluation).Select(ChartBundle.Final))
        {
            report.Add(chart.Data[MimeBundle.Html], chart.Data[MimeBundle.Plain]);
            png ??= chart.Data[MimeBundle.Png];
        }
        var bundle = report.ToBundle();
        return png is null ? bundle : bundle.With(MimeBundle.Png, png);
    }
}
