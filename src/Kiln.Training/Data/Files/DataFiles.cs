namespace Kiln.Training;

/// <summary>Where the files of built-in data sets lie: the user's own folder first, then the one a Debian package fills.</summary>
/// <param name="ExtraFolder">Folder with one subfolder per data set name, from KILN_DATA; null for none.</param>
internal sealed record DataFiles(string? ExtraFolder)
{
    public static DataFiles FromEnvironment() => new(Environment.GetEnvironmentVariable("KILN_DATA"));

    /// <summary>The first existing path of a file.</summary>
    /// <exception cref="DataException">Neither folder has it; names the package to install.</exception>
    public string Find(string dataSet, string fileName, string systemFolder, string package)
    {
        string installed = Path.Combine(systemFolder, fileName);
        string? own = string.IsNullOrEmpty(ExtraFolder) ? null : Path.Combine(ExtraFolder, dataSet, fileName);
        if (own is not null && File.Exists(own))
            return own;
        if (File.Exists(installed))
            return installed;
        throw new DataException($"Data '{dataSet}': expected the file {installed}"
            + (own is null ? "" : $" or {own}") + $", found none. Install it with: apt-get install {package}"
            + (own is null ? $" (or set KILN_DATA to a folder that has {dataSet}/{fileName})." : "."));
    }
}
