using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>The kernelspec <c>kiln</c>: how Jupyter starts this program.</summary>
/// <remarks>https://jupyter-client.readthedocs.io/en/stable/kernels.html#kernel-specs</remarks>
internal static class KernelSpec
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Writes the kernelspec and its resources.</summary>
    /// <param name="dataFolder">A Jupyter data folder, such as <c>~/.local/share/jupyter</c>.</param>
    /// <param name="command">The program with the arguments that come before its own.</param>
    /// <param name="resources">Files that Jupyter serves to the browser beside the kernelspec.</param>
    /// <returns>The folder written.</returns>
    public static string Write(string dataFolder, IReadOnlyList<string> command, IReadOnlyList<string> resources)
    {
        var folder = Path.Combine(dataFolder, "kernels", "kiln");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "kernel.json"), Json(command).ToJsonString(Indented) + "\n");
        foreach (var resource in resources) File.Copy(resource, Path.Combine(folder, Path.GetFileName(resource)), overwrite: true);
        return folder;
    }

    private static JsonObject Json(IReadOnlyList<string> command) => new()
    {
        ["argv"] = new JsonArray([.. command.Append("kernel").Append("{connection_file}").Select(word => (JsonNode)word)]),
        ["display_name"] = "Kiln (C#)",
        ["language"] = "C#",
        ["interrupt_mode"] = "message",
        // The program finds .NET also where it is not in a system folder.
        ["env"] = new JsonObject { ["DOTNET_ROOT"] = DotNetFolder() },
    };

    private static string DotNetFolder() =>
        Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
}
