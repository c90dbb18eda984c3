namespace Kiln.Notebooks;

/// <summary>The status of a run: how far it is, its epochs, and when it has ended its verdict.</summary>
internal static class RunStatusReport
{
    /// <summary>The whole status.</summary>
    public static Report Of(RunPicture run)
    {
        var report = new Report().Head(Title(run));
        if (!run.Ended) report.Add(Progress.Html(run.Fraction), Progress.Text(run.Fraction)).Aside(Pace(run));
        var table = EpochTable.Of(run.Epochs);
        report.Put(table);
        if (run.Epochs.Any(epoch => epoch.CheckpointWritten)) report.Aside("+ a checkpoint was written");
        foreach (var note in run.Notes) report.Note(note);
        if (!run.Ended) return report;
        report.Say(RunVerdict.Of(run));
        foreach (var hint in run.Hints) report.Hint(hint);
        return report.Aside($"run {run.Run.Id} · #!runs show {run.Run.Id}");
    }

    private static string Title(RunPicture run)
    {
        var size = run.Parameters > 0 ? $" · {Numbers.Of(run.Parameters, "parameter")}" : "";
        var seed = FormattableString.Invariant($" · seed {run.Run.Seed}");
        var name = run.Run.Name == run.Run.ModelName ? "" : $" ({run.Run.Name})";
        return $"{run.Run.ModelName}{name} on {run.Run.DataName}{size}{seed}";
    }

    private static string Pace(RunPicture run)
    {
        var background = run.IsInBackground ? $" · in the background: #!runs stop {run.Run.Id} stops it" : "";
        if (run.WaitsFor is { } other) return $"waiting for its turn: run {other.Id} ({other.Name}) is training; #!runs stop {other.Id} stops that one{background}";
        if (run.Fraction == 0 && run.Epochs.Count == 0) return "starting …" + background;
        var epoch = Math.Min(run.EpochsPlanned, run.Epochs.Count + 1);
        var left = run.Remaining is { } remaining ? $" · about {Durations.Short(remaining)} left" : "";
        return $"epoch {Numbers.Count(epoch)} of {Numbers.Count(run.EpochsPlanned)} · {Durations.Short(run.Elapsed)}{left}{background}";
    }
}
