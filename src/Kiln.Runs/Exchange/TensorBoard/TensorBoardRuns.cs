namespace Kiln.Runs;

/// <summary>The runs of a folder that TensorBoard shows: one for each folder with event files.</summary>
internal static class TensorBoardRuns
{
    private const string Pattern = "*tfevents*";

    /// <summary>Whether a path is a folder or an event file.</summary>
    public static bool AreAt(string path) => Directory.Exists(path) || Path.GetFileName(path).Contains("tfevents", StringComparison.Ordinal);

    /// <summary>The runs, by their folders' names.</summary>
    /// <exception cref="ArgumentException">There is no event file, or one is damaged; the message names it.</exception>
    /// <exception cref="RunStoreException">A file cannot be read.</exception>
    public static List<RecordedRun> Read(string path)
    {
        try
        {
            return File.Exists(path) ? [Run(path, [path])] : [.. Folders(path)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunStoreException(path, $"cannot be read ({error.Message.TrimEnd('.')})", "Check the path; it is a folder that TensorBoard shows, or an event file in it.", error);
        }
    }

    private static IEnumerable<RecordedRun> Folders(string root)
    {
        var files = Directory.GetFiles(root, Pattern, SearchOption.AllDirectories);
        if (files.Length == 0)
            throw new ArgumentException($"{root} has no event file of TensorBoard (events.out.tfevents.…). Give the folder that TensorBoard is pointed at.", nameof(root));
        var folders = files.GroupBy(file => Path.GetDirectoryName(file)!).ToDictionary(folder => folder.Key, folder => folder.Order(StringComparer.Ordinal).ToList());
        // add_hparams writes into a folder of its own within the run's.
        foreach (var (folder, own) in folders.ToList())
        {
            if (!folders.TryGetValue(Path.GetDirectoryName(folder)!, out var parent) || !EventFolder.Read(own).IsOfHyperparameters) continue;
            parent.AddRange(own);
            folders.Remove(folder);
        }
        return folders.OrderBy(folder => folder.Key, StringComparer.Ordinal).Select(folder => Run(NameOf(root, folder.Key), folder.Value));
    }

    private static string NameOf(string root, string folder) => Path.GetRelativePath(root, folder) is not "." and var name
        ? name.Replace('\\', '/')
        : Path.GetFileName(Path.GetFullPath(root).TrimEnd(Path.DirectorySeparatorChar));

    private static RecordedRun Run(string name, IEnumerable<string> files) => TensorBoardRun.Of(name, EventFolder.Read(files));
}
