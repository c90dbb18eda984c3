using Kiln.Runs;

namespace Kiln;

/// <summary>Asks a run of another process to stop: a file in its folder, which that process looks for while it trains.</summary>
internal static class StopFile
{
    /// <summary>Asks.</summary>
    /// <exception cref="LabException">The folder cannot be written.</exception>
    public static void Write(RunStore store, string run)
    {
        try
        {
            Directory.CreateDirectory(store.RunFolder(run));
            File.WriteAllText(PathOf(store, run), "");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new LabException($"Run {run} could not be asked to stop: {problem.Message.TrimEnd('.')}. Make its folder writable, or interrupt it where it trains.", problem);
        }
    }

    /// <summary>Whether somebody asked; the question is answered once.</summary>
    public static bool Take(RunStore store, string run)
    {
        var path = PathOf(store, run);
        if (!File.Exists(path)) return false;
        try
        {
            File.Delete(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // The next start takes it away; it stops no other run.
        }
        return true;
    }

    private static string PathOf(RunStore store, string run) => Path.Combine(store.RunFolder(run), "stop");
}
