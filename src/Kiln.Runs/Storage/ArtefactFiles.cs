using System.Security.Cryptography;

namespace Kiln.Runs;

/// <summary>Files of runs on the disk, and what is recorded of them.</summary>
internal static class ArtefactFiles
{
    /// <summary>Size and hash of files.</summary>
    /// <exception cref="RunStoreException">One cannot be read.</exception>
    public static List<ArtefactRecord> Read(string folder, IEnumerable<string> paths, DateTimeOffset now) =>
        [.. paths.Select(path => Read(folder, path, now))];

    /// <summary>What became of a file.</summary>
    public static ArtefactState Check(string folder, ArtefactRecord artefact)
    {
        var file = Path.Combine(folder, artefact.Path);
        try
        {
            if (!File.Exists(file)) return ArtefactState.Missing;
            // The size tells most changes, without a look at the content.
            return new FileInfo(file).Length == artefact.Bytes && HashOf(file) == artefact.Sha256 ? ArtefactState.Unchanged : ArtefactState.Changed;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return ArtefactState.Changed;
        }
    }

    private static ArtefactRecord Read(string folder, string path, DateTimeOffset now)
    {
        var here = Path.Combine(folder, path);
        var file = File.Exists(here) ? Path.GetFullPath(here) : Path.GetFullPath(path);
        try
        {
            return new(Recorded(folder, file), new FileInfo(file).Length, HashOf(file), now);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunStoreException(file, $"cannot be read ({error.Message.TrimEnd('.')})", "Check the path of the file that the run is to keep.", error);
        }
    }

    // From the run's folder, so that the store may be moved with its files.
    private static string Recorded(string folder, string file)
    {
        var relative = Path.GetRelativePath(folder, file);
        return Path.IsPathRooted(relative) || relative.StartsWith("..", StringComparison.Ordinal) ? file : relative.Replace('\\', '/');
    }

    private static string HashOf(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
