using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>A prediction as the result of a cell.</summary>
internal static class PredictionReport
{
    private const int MostValues = 10;

    /// <summary>The answer, and the likeliest classes or the numbers behind it.</summary>
    public static Report Of(Prediction prediction)
    {
        var report = new Report().Head(prediction.ToString());
        var likely = prediction.Class is not null || !prediction.Labels.IsEmpty;
        if (prediction.Values.Length < 2) return report;
        var table = new Table(Column.Of(likely ? "class" : "target", likely ? "#probability" : "#value"));
        foreach (var value in (likely ? prediction.Ranked : prediction.Values).Take(MostValues))
            table.Add(value.Name, likely ? Numbers.Metric(value.Value) : Numbers.Short(value.Value));
        report.Put(table);
        return prediction.Values.Length > MostValues ? report.Aside($"and {prediction.Values.Length - MostValues} more") : report;
    }
}
