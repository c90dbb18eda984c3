using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace Microsoft.DotNet.Interactive;

/// <summary>Runs the script of a package as the host does after <c>#r "nuget: …"</c>.</summary>
public static class ExtensionLoader
{
    /// <summary>Runs every cell of the script.</summary>
    /// <returns>The events of all cells.</returns>
    public static async Task<IReadOnlyList<KernelEvent>> LoadAsync(Kernel root, string script)
    {
        List<KernelEvent> events = [];
        foreach (var cell in script.ReplaceLineEndings("\n").Split("#!csharp\n", StringSplitOptions.RemoveEmptyEntries))
            events.AddRange((await root.SendAsync(new SubmitCode(cell, "csharp"))).Events);
        return events;
    }
}
