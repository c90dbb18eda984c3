namespace Kiln.Notebooks;

/// <summary>The files and folders that a typed path may become.</summary>
public static class FilePaths
{
    private const int Most = 100;

    /// <summary>Paths that begin as typed, files before folders; a folder ends in a slash.</summary>
    /// <param name="typed">The path so far: relative to the working folder, or absolute.</param>
    /// <param name="endings">The endings of files to propose, such as <c>.dll</c>; empty for every file.</param>
    public static IReadOnlyList<string> Of(string typed, params ReadOnlySpan<string> endings)
    {
        var cut = typed.LastIndexOf('/') + 1;
        var (folder, start) = (typed[..cut], typed[cut..]);
        var wanted = endings.ToArray();
        try
        {
            var entries = new DirectoryInfo(folder.Length == 0 ? "." : folder).EnumerateFileSystemInfos()
                .Where(entry => entry.Name.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                .Where(entry => start.Length > 0 || !entry.Name.StartsWith('.'))
                .Where(entry => IsFolder(entry) || wanted.Length == 0 || wanted.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase));
            return [.. entries.OrderBy(IsFolder).ThenBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase).Take(Most)
                .Select(entry => folder + entry.Name + (IsFolder(entry) ? "/" : ""))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A folder that is not there, or not ours to read, has no proposals.
            return [];
        }
    }

    private static bool IsFolder(FileSystemInfo entry) => entry is DirectoryInfo;
}
