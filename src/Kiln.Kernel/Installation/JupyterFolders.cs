namespace Kiln.Kernel;

/// <summary>Where Jupyter looks for kernelspecs.</summary>
/// <remarks>https://docs.jupyter.org/en/latest/use/jupyter-directories.html</remarks>
internal static class JupyterFolders
{
    /// <summary>The data folder of the user, which needs no rights of an administrator.</summary>
    public static string OfUser()
    {
        if (Variable("JUPYTER_DATA_DIR") is { } named) return Path.GetFullPath(named);
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsMacOS()) return Path.Combine(home, "Library", "Jupyter");
        if (OperatingSystem.IsWindows()) return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter");
        return Path.Combine(Variable("XDG_DATA_HOME") ?? Path.Combine(home, ".local", "share"), "jupyter");
    }

    /// <summary>The data folder below a prefix, such as that of a Python environment.</summary>
    public static string OfPrefix(string prefix) => Path.Combine(Path.GetFullPath(prefix), "share", "jupyter");

    /// <summary>All data folders, in the order in which Jupyter looks into them.</summary>
    public static IReadOnlyList<string> All()
    {
        var named = (Variable("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var environments = new[] { Variable("VIRTUAL_ENV"), Variable("CONDA_PREFIX") }.OfType<string>().Select(OfPrefix);
        string[] ofAll = OperatingSystem.IsWindows()
            ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "jupyter")]
            : ["/usr/local/share/jupyter", "/usr/share/jupyter"];
        return [.. named.Select(Path.GetFullPath).Append(OfUser()).Concat(environments).Concat(ofAll).Distinct()];
    }

    /// <summary>The program <c>jupyter</c>, or null where it is not on the path.</summary>
    public static string? Program()
    {
        var name = OperatingSystem.IsWindows() ? "jupyter.exe" : "jupyter";
        var folders = (Variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
