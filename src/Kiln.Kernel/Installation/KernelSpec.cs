using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace Kiln.Kernel;

/// <summary>A kernelspec: how Jupyter starts this program, and what it calls it.</summary>
/// <remarks>https://jupyter-client.readthedocs.io/en/stable/kernels.html#kernel-specs</remarks>
internal sealed record KernelSpec
{
    /// <summary>The name that Kiln installs itself under.</summary>
    public const string OwnName = "kiln";

    /// <summary>What notebooks of .NET Interactive ask for.</summary>
    public const string NameOfDotNetInteractive = ".net-csharp";

    /// <summary>The name in notebooks; its folder has the same.</summary>
    public string Name { get; init; } = OwnName;

    /// <summary>What menus show.</summary>
    public string DisplayName { get; init; } = "Kiln (C#)";

    /// <summary>The program with the arguments that come before its own.</summary>
    public IReadOnlyList<string> Command { get; init; } = OwnCommand();

    /// <summary>Files that Jupyter serves to the browser beside the kernelspec.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>The content of <c>kernel.json</c>.</summary>
    /// <param name="files">What is written beside it; uninstalling removes these and no others.</param>
    public JsonObject ToJson(IEnumerable<string> files) => new()
    {
        ["argv"] = new JsonArray([.. Command.Append("kernel").Append("{connection_file}").Select(word => (JsonNode)word)]),
        ["display_name"] = DisplayName,
        ["language"] = "C#",
        ["interrupt_mode"] = "message",
        ["env"] = new JsonObject
        {
            // The program finds .NET also where it is not in a system folder.
            ["DOTNET_ROOT"] = DotNetFolder(),
            // Room of 32 MB for young objects, in hexadecimal: a compiled cell makes half a megabyte of them. By default they are
            // collected with every other cell, and what happens to live then is kept; runtimeconfig.json has no name for it.
            ["DOTNET_GCgen0size"] = "0x2000000",
        },
        ["metadata"] = new JsonObject
        {
            // JupyterLab and VS Code offer a debugger unless it is denied here or in the answer to kernel_info.
            ["debugger"] = false,
            ["kiln"] = new JsonObject { ["version"] = KilnVersion.Text, ["files"] = new JsonArray([.. files.Select(file => (JsonNode)file)]) },
        },
    };

    // The program beside the library if it was built; the command of a dotnet tool, which stays when an update moves the files
    // behind it; otherwise dotnet with the library.
    internal static IReadOnlyList<string> OwnCommand()
    {
        var library = typeof(KernelSpec).Assembly.Location;
        var program = Path.ChangeExtension(library, OperatingSystem.IsWindows() ? ".exe" : null);
        if (File.Exists(program)) return [program];
        var isTool = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == Path.GetFileNameWithoutExtension(library);
        return isTool ? [Environment.ProcessPath!] : ["dotnet", library];
    }

    private static string DotNetFolder() => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
}
