namespace Kiln.Kernel;

/// <summary>Fetches NuGet packages: a generated project, <c>dotnet restore</c>, and its list of files.</summary>
/// <remarks>
/// A restored set is found again by its hash, in milliseconds and without a network. The list is written whole or not at all,
/// so that any number of kernels may share the folder.
/// </remarks>
/// <param name="cacheFolder">Where the lists lie.</param>
internal sealed class PackageRestore(string cacheFolder)
{
    /// <summary>Below <c>XDG_CACHE_HOME</c> or its default.</summary>
    public static string DefaultFolder()
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (string.IsNullOrEmpty(cache)) cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return Path.Combine(cache, "kiln", "packages");
    }

    /// <summary>Restores packages together with all that they need.</summary>
    /// <exception cref="PackageException">A package or version does not exist, or no feed can be reached.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public async Task<RestoredPackages> RestoreAsync(RestoreProject project, CancellationToken cancellationToken)
    {
        var list = Path.Combine(cacheFolder, $"{project.Hash}.json");
        if (!project.Packages.Any(package => package.IsFloating) && RestoredPackages.Read(list) is { } known) return known;
        var (assets, output) = await DotNetRestore.RunAsync(project, cancellationToken);
        if (assets is not null) return Keep(list, assets, RestoreErrors.Remarks(output));
        if (!RestoreErrors.IsOfNetwork(output)) throw RestoreErrors.Of(output, project);
        return RestoredPackages.Read(list) is { } earlier
            ? earlier with { Remarks = ["No feed can be reached; the versions of last time are used."] }
            : await RestoreOfflineAsync(project, list, cancellationToken) ?? throw RestoreErrors.Of(output, project);
    }

    // The newest of what is on this machine, where the newest of all cannot be asked for.
    private static async Task<RestoredPackages?> RestoreOfflineAsync(RestoreProject project, string list, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(PackageFolder.Path)) return null;
        var (assets, _) = await DotNetRestore.RunAsync(project with { OnlySource = PackageFolder.Path, Sources = [] }, cancellationToken);
        return assets is null ? null : Keep(list, assets, ["No feed can be reached; what was restored on this machine before is used."]);
    }

    private static RestoredPackages Keep(string list, byte[] assets, IReadOnlyList<string> remarks)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(list)!);
        WholeFile.Write(list, assets);
        var packages = RestoredPackages.Read(list) ?? throw new PackageException("#r nuget: a package was removed from the disk while it was restored. Run the cell again.");
        return packages with { Remarks = remarks };
    }
}
