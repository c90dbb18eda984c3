namespace Kiln.Notebooks;

/// <summary>What Kiln runs on, as a cell shows it.</summary>
internal static class DoctorReport
{
    /// <summary>The report: problems first, each with its remedy.</summary>
    public static Report Of(MachineFacts facts)
    {
        var report = new Report();
        foreach (var problem in facts.Problems) report.Warn(problem);
        if (facts.Problems.Count == 0) report.Head("Everything is in order.");
        var table = new Table(new Column("what"), new Column("found"));
        foreach (var (name, value) in facts.Rows) table.Add(name, value);
        return report.Put(table);
    }
}
