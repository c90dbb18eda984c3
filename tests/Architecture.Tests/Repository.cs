namespace Architecture.Tests;

/// <summary>Where the sources lie that this program was built from.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Notebook.sln")) ? folder.FullName : Find(folder.Parent!);
}
