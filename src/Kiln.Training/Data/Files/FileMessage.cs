namespace Kiln.Training;

/// <summary>Words that every message about a user's own file shares.</summary>
internal static class FileMessage
{
    /// <summary>The operating system refused a file; says what to do.</summary>
    public static DataException CannotRead(string path, Exception problem) => problem switch
    {
        FileNotFoundException or DirectoryNotFoundException => NotFound(path),
        UnauthorizedAccessException when Directory.Exists(path) => new($"Read {path}: expected a file, got a folder. Give the path of the file in it.", problem),
        UnauthorizedAccessException => new($"Read {path}: this user may not read it. Change its rights, or copy it.", problem),
        InvalidDataException => new($"Read {path}: it is not a complete gzip file. Copy or download it again.", problem),
        _ => new($"Read {path}: {problem.Message}", problem),
    };

    /// <summary>There is no such file or folder; names the nearest in the same folder, and the folder that a relative path starts from.</summary>
    public static DataException NotFound(string path)
    {
        if (path.Contains("://", StringComparison.Ordinal)) return new DataException($"Read {path}: expected a file, got an address. Download it first, and give the path of the file.");
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "/";
        string from = Path.IsPathRooted(path) ? "" : $" The path starts at {Directory.GetCurrentDirectory()}.";
        string[] beside = Directory.Exists(folder) ? [.. Directory.EnumerateFileSystemEntries(folder).Take(1000).Select(entry => Path.GetFileName(entry)!)] : [];
        string hint = Suggestions.Nearest(Path.GetFileName(path), beside) is { } near ? $" Did you mean {Path.Combine(Path.GetDirectoryName(path) ?? "", near)}?" : "";
        return new DataException($"Read {path}: there is no such file or folder.{hint}{from}");
    }
}
