namespace Kiln.Training;

/// <summary>Where the files of built-in data sets lie: the user's own folder first, then the one a Debian package fills, then the cache of what was fetched.</summary>
/// <param name="ExtraFolder">Folder with one subfolder per data set name, from KILN_DATA; null for none.</param>
internal sealed record DataFiles(string? ExtraFolder)
{
    /// <summary>Folder with one subfolder per data set name, filled by downloads.</summary>
    public string CacheFolder { get; init; } = Path.Combine(CacheHome, "kiln", "data");

    public Download Download { get; init; } = Download.Usual();

    private static string CacheHome => Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } home
        ? home
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");

    public static DataFiles FromEnvironment() => new(Environment.GetEnvironmentVariable("KILN_DATA"));

    /// <summary>The first existing path of a file.</summary>
    /// <exception cref="DataException">Neither folder has it; names the package to install.</exception>
    public string Find(string dataSet, string fileName, string systemFolder, string package) =>
        FindInstalled(dataSet, fileName, systemFolder) ?? throw new DataException($"Data '{dataSet}': expected the file {Path.Combine(systemFolder, fileName)}"
            + (Own(dataSet, fileName) is { } own ? $" or {own}" : "") + $", found none. Install it with: apt-get install {package}"
            + (ExtraFolder is { Length: > 0 } ? "." : $" (or set KILN_DATA to a folder that has {dataSet}/{fileName})."));

    /// <summary>The first existing path of a file; it is fetched where there is none.</summary>
    /// <param name="remote">Where it can be fetched.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="systemFolder">Where a Debian package puts it; null for none.</param>
    /// <param name="package">That package.</param>
    /// <param name="ct">Stops the download.</param>
    /// <exception cref="DataException">No mirror gave it; says what to do without a network.</exception>
    public string FindOrFetch(RemoteFiles remote, string fileName, string? systemFolder, string? package, CancellationToken ct)
    {
        if (FindInstalled(remote.DataSet, fileName, systemFolder) is { } installed) return installed;
        string folder = Path.Combine(CacheFolder, remote.DataSet);
        string cached = Path.Combine(folder, fileName);
        if (File.Exists(cached)) return cached;
        if (FetchInto(folder, remote, fileName, ct) is not { } failures) return cached;
        throw new DataException($"Data '{remote.DataSet}': {fileName} is not on this machine, and no mirror gave it ({string.Join("; ", failures)}). "
            + (package is null ? "" : $"Install it with: apt-get install {package}, or ")
            + $"{(package is null ? "Copy" : "copy")} {string.Join(", ", remote.Sums.Keys)} into {folder}. "
            + $"Without a network these work: {string.Join(", ", BuiltInSources.Offline)}.");
    }

    private IReadOnlyList<string>? FetchInto(string folder, RemoteFiles remote, string fileName, CancellationToken ct)
    {
        try
        {
            return Download.Fetch(remote, fileName, folder, ct);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"Data '{remote.DataSet}': cannot write to {folder}: {problem.Message} Set XDG_CACHE_HOME to a folder with room.", problem);
        }
    }

    private string? FindInstalled(string dataSet, string fileName, string? systemFolder)
    {
        string?[] places = [Own(dataSet, fileName), systemFolder is null ? null : Path.Combine(systemFolder, fileName)];
        return Array.Find(places, path => path is not null && File.Exists(path));
    }

    private string? Own(string dataSet, string fileName) =>
        string.IsNullOrEmpty(ExtraFolder) ? null : Path.Combine(ExtraFolder, dataSet, fileName);
}
