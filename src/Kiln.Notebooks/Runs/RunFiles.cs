using Kiln.Runs;

namespace Kiln.Notebooks;

/// <summary>The files recorded with a run, and what became of them.</summary>
internal static class RunFiles
{
    private const int HashDigits = 12;

    /// <summary>A warning for each file that is not what it was, and the list; nothing where none is recorded.</summary>
    public static void Put(RunPicture run, Report report)
    {
        if (run.Files.Count == 0) return;
        foreach (var (file, state) in run.Files)
            if (Warning(file, state) is { } warning) report.Warn(warning);
        var table = new Table([new Column("file"), new Column("size", true), new Column("SHA-256"), new Column("now")]);
        foreach (var (file, state) in run.Files)
            table.Add(file.Path, ByteCount.Text(file.Bytes), file.Sha256[..Math.Min(HashDigits, file.Sha256.Length)] + "…", state.ToString().ToLowerInvariant());
        report.Fold($"{Numbers.Of(run.Files.Count, "file")} recorded", new Report().Put(table));
    }

    private static string? Warning(ArtefactRecord file, ArtefactState state) => state switch
    {
        ArtefactState.Changed => $"{file.Path} is not what it was when it was recorded with this run: its content has changed.",
        ArtefactState.Missing => $"{file.Path}, recorded with this run, is not there any more.",
        _ => null,
    };
}
