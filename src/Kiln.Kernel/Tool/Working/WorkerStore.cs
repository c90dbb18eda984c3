namespace Kiln.Kernel;

/// <summary>Finds the store that a worker shares with its notebook.</summary>
internal static class WorkerStore
{
    /// <summary>Opens the session in whose store the study is.</summary>
    /// <param name="store">What <c>--store</c> says; null for what the environment says.</param>
    /// <exception cref="ToolException">The address has a password, which every user of the machine could read in the list of processes.</exception>
    public static LabWorkspace Open(string? store)
    {
        var folder = Environment.GetEnvironmentVariable("KILN_HOME") ?? ".kiln";
        if (store is null || !IsAddress(store)) return Folder(store ?? folder);
        if (Uri.TryCreate(store, UriKind.Absolute, out var address) && address.UserInfo.Contains(':', StringComparison.Ordinal))
            throw new ToolException("--store: the address has a password, which everybody on this machine can read in the list of processes. Put it into the environment: export KILN_STORE=postgresql://…, and leave --store out.");
        Environment.SetEnvironmentVariable("KILN_STORE", store);
        return Folder(folder);
    }

    private static bool IsAddress(string store) => store.Contains("://", StringComparison.Ordinal);

    // A mistyped folder would be made, and found empty.
    private static LabWorkspace Folder(string folder) => Directory.Exists(folder)
        ? new LabWorkspace(folder)
        : throw new ToolException($"--store: there is no folder {Path.GetFullPath(folder)}. Start the worker in the notebook's folder, or give the store's: --store FOLDER");
}
