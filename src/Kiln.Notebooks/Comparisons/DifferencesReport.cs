namespace Kiln.Notebooks;

/// <summary>How arms are made differently: the settings that differ, and their definitions line by line.</summary>
internal static class DifferencesReport
{
    /// <summary>The report; says so where nothing differs.</summary>
    public static Report Of(ArmDifferences differences)
    {
        var report = new Report();
        if (differences.Settings.Count == 0 && differences.Code.Count == 0)
            return report.Say($"{string.Join(" and ", differences.Arms)} do not differ in definition, data or options.");
        var table = new Table([new Column("setting"), .. differences.Arms.Select(arm => new Column(arm))]);
        foreach (var difference in differences.Settings) table.Add([difference.Setting, .. difference.Values.Select(value => (Cell)value)]);
        report.Put(table);
        foreach (var code in differences.Code) report.Aside($"Definition: - of {code.A}, + of {code.B}").Code(string.Join('\n', code.Lines));
        return report;
    }
}
