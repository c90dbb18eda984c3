using System.Text.Json;

namespace Kiln.Training.Tests;

/// <summary>Files beside the tests.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>A fixture that a script wrote, by its path below this project.</summary>
    public static JsonElement Golden(string path) =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Root, "tests", "Kiln.Training.Tests", path))).RootElement;

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Notebook.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
