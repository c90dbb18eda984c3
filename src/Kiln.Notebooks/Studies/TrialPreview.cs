namespace Kiln.Notebooks;

/// <summary>The first trials of a search that has not started.</summary>
internal static class TrialPreview
{
    /// <summary>The report: what would be tried.</summary>
    public static Report Of(SearchPreview preview)
    {
        var table = new Table([new Column("trial", true), .. preview.Space.Dimensions.Select(dimension => new Column(dimension.Name, true))]);
        for (var trial = 0; trial < preview.First.Count; trial++)
            table.Add([Numbers.Count(trial), .. preview.Space.Dimensions.Select(dimension =>
                (Cell)(preview.First[trial].TryGetValue(dimension.Name, out var value) ? Numbers.Shorter(value.ToString()) : "–"))]);
        var each = preview.Repeats > 1 ? $"{Numbers.Of(preview.Repeats, "training")} of {Numbers.Of(preview.Epochs, "epoch")}" : Numbers.Of(preview.Epochs, "epoch");
        var report = new Report().Head($"Would train {Numbers.Of(preview.Trials, "trial")} of {each} each").Put(table);
        if (preview.Trials > preview.First.Count) report.Aside($"the first {Numbers.Count(preview.First.Count)} of {Numbers.Count(preview.Trials)}");
        return report.Aside("Nothing was trained or recorded.");
    }
}
