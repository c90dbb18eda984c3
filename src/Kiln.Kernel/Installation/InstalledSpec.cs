using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>A kernelspec as it lies on disk.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Json">Its <c>kernel.json</c>; null where that is missing or broken.</param>
internal sealed record InstalledSpec(string Folder, JsonObject? Json)
{
    public const string FileName = "kernel.json";

    public string Name => Path.GetFileName(Folder);

    public string DisplayName => (Json?["display_name"] as JsonValue)?.ToString() ?? Name;

    /// <summary>The program that it starts, as written there; empty where it names none.</summary>
    public string Program => Words is ["dotnet", var library, ..] ? library : Words.FirstOrDefault() ?? "";

    /// <summary>Whether this program, in whatever version, wrote it: nothing else may be overwritten or removed.</summary>
    public bool IsOfKiln => Json?["metadata"] is JsonObject metadata && metadata["kiln"] is JsonObject || IsOfFirstVersion;

    /// <summary>The files beside <c>kernel.json</c> that Kiln wrote.</summary>
    public IEnumerable<string> Files =>
        Json?["metadata"]?["kiln"]?["files"] is JsonArray files ? files.Select(file => file?.ToString()).OfType<string>().Where(IsPlainName) : [];

    private string[] Words => Json?["argv"] is JsonArray words ? [.. words.Select(word => word?.ToString() ?? "")] : [];

    // 0.1.0 left no mark; its command line is mark enough.
    private bool IsOfFirstVersion => Words is [.., var program, "kernel", "{connection_file}"] && Path.GetFileNameWithoutExtension(program) == "kiln";

    /// <summary>Reads a kernelspec's folder; null where there is none.</summary>
    public static InstalledSpec? Read(string folder)
    {
        if (!Directory.Exists(folder)) return null;
        try
        {
            return new InstalledSpec(folder, JsonNode.Parse(File.ReadAllText(Path.Combine(folder, FileName))) as JsonObject);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return new InstalledSpec(folder, null);
        }
    }

    // The list could have been edited: nothing outside the folder may be meant.
    private static bool IsPlainName(string file) => file is not ("" or "." or "..") && Path.GetFileName(file) == file;
}
