using Kiln.Runs;

namespace Kiln.Notebooks;

/// <summary>All that the store knows of a run, but for its chart.</summary>
internal static class RunDetails
{
    /// <summary>Status, settings, source, and the line that trains it again.</summary>
    public static Report Of(RunPicture run)
    {
        var record = run.Run;
        var status = RunStatusReport.Of(run);
        var facts = new Table(new Column("setting"), new Column("value"));
        facts.Add("run", record.Id).Add("kind", record.Kind).Add("started (UTC)", FormattableString.Invariant($"{record.CreatedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}"));
        if (record.Parent is { } parent) facts.Add(record.ParentKind switch { "search" => "repeats the trial", "transfer" => "weights from run", RunRecord.Branch => "goes on from run", RunRecord.Schedule => "repeats the schedule of trial", _ => "made from run" }, parent);
        if (record.Group is { } group) facts.Add("group", group);
        if (record.Study is { } study) facts.Add("trial", FormattableString.Invariant($"{record.Trial} of study {study}"));
        if (record.Tags.Length > 0) facts.Add("tags", string.Join(", ", record.Tags));
        if (record.Notes is { } note) facts.Add("note", note);
        foreach (var (name, value) in record.Hyperparameters.SetItems(record.Parameters)) facts.Add("hp " + name, value);
        if (record.Host.Length > 0) facts.Add("host", record.Host);
        foreach (var (name, value) in record.Metrics) facts.Add(name.Replace('_', ' '), Numbers.Short(value));
        var report = new Report().Add(status.Html, status.Text).Fold("Settings and metrics", new Report().Put(facts));
        RunFiles.Put(run, report);
        if (record.ModelSource.Length > 0) report.Fold("Definition of the model", new Report().Code(record.ModelSource));
        // What another program trained no line of ours repeats.
        if (record.Kind == RunRecord.Imported) return report;
        OptionsText.PutAgain(report, record);
        return report;
    }
}
