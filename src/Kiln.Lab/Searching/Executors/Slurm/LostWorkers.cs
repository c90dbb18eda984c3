using System.Globalization;
using Kiln.Runs;

namespace Kiln;

/// <summary>What the scripts of a job leave of workers that were lost: an empty file for each, named <c>MACHINE.PROCESS.EXITCODE</c>.</summary>
/// <remarks>A process that is killed says nothing, and Slurm's accounting is not everywhere; the shell that waited for it knows.</remarks>
internal static class LostWorkers
{
    /// <summary>The folder of a study's lost workers.</summary>
    public static string FolderOf(RunStore store, string study) => Path.Combine(store.StudyFolder(study), "lost");

    /// <summary>Records in the rows of their trials how they ended; also of other machines, which need not be silent for a minute then.</summary>
    /// <exception cref="RunStoreException">The store cannot be read or written.</exception>
    public static void TakeIn(RunStore store, string study)
    {
        try
        {
            var folder = FolderOf(store, study);
            if (!Directory.Exists(folder)) return;
            foreach (var file in Directory.EnumerateFiles(folder))
            {
                TakeIn(store, study, Path.GetFileName(file));
                File.Delete(file);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Whoever looks next takes them in.
        }
    }

    private static void TakeIn(RunStore store, string study, string name)
    {
        if (name.Split('.') is not [var host, var id, var code] || !int.TryParse(id, CultureInfo.InvariantCulture, out var process)
            || !int.TryParse(code, CultureInfo.InvariantCulture, out var exitCode)) return;
        foreach (var run in store.List(new RunFilter { Study = study }).Where(run => run.Host == host && run.ProcessId == process))
            store.RecordLoss(run.Id, process, ExitWords.Of(exitCode), host);
    }
}
