namespace Kiln.Kernel;

/// <summary><c>kiln install</c>: makes Jupyter know the kernel.</summary>
internal static class InstallCommand
{
    private const string Usage = "usage: kiln install --user | --prefix DIR [--resource FILE]...";

    /// <summary>Writes the kernelspec.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(ReadOnlySpan<string> options, TextWriter output, TextWriter error)
    {
        string? data = null;
        var resources = new List<string>();
        for (var rest = options; rest.Length > 0;)
        {
            switch (rest)
            {
                case ["--user", ..]:
                    data = UserDataFolder();
                    rest = rest[1..];
                    break;
                case ["--prefix", var prefix, ..]:
                    data = Path.Combine(Path.GetFullPath(prefix), "share", "jupyter");
                    rest = rest[2..];
                    break;
                case ["--resource", var file, ..] when File.Exists(file):
                    resources.Add(file);
                    rest = rest[2..];
                    break;
                default:
                    return Refuse($"kiln install: '{rest[0]}' is no option, or its value is missing or does not exist.", error);
            }
        }
        if (data is null) return Refuse("kiln install: say where to.", error);
        output.WriteLine($"Installed the kernelspec kiln in {KernelSpec.Write(data, OwnCommand(), resources)}");
        return 0;
    }

    private static int Refuse(string reason, TextWriter error)
    {
        error.WriteLine(reason);
        error.WriteLine(Usage);
        return 1;
    }

    private static string UserDataFolder()
    {
        var named = Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR");
        if (!string.IsNullOrEmpty(named)) return named;
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsMacOS()) return Path.Combine(home, "Library", "Jupyter");
        if (OperatingSystem.IsWindows()) return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter");
        var shared = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        return Path.Combine(string.IsNullOrEmpty(shared) ? Path.Combine(home, ".local", "share") : shared, "jupyter");
    }

    // The program beside the library if it was built, otherwise dotnet with the library.
    private static IReadOnlyList<string> OwnCommand()
    {
        var library = typeof(InstallCommand).Assembly.Location;
        var program = Path.ChangeExtension(library, OperatingSystem.IsWindows() ? ".exe" : null);
        return File.Exists(program) ? [program] : ["dotnet", library];
    }
}
