namespace Kiln.Kernel;

/// <summary>The packages that a session has loaded. What is loaded stays: a running program cannot change it.</summary>
internal sealed class LoadedPackages
{
    private readonly Dictionary<string, RestoredPackage> _all = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, RestoredPackage> _asked = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What earlier cells asked for, in the very versions that are loaded.</summary>
    public IEnumerable<PackageRequest> Pinned => _asked.Values.Select(package => new PackageRequest(package.Name, $"[{package.Version}]"));

    /// <summary>The loaded package that a request asks for; null where there is none of its name.</summary>
    /// <exception cref="PackageException">Another version is loaded.</exception>
    public RestoredPackage? Find(PackageRequest request)
    {
        if (!_all.TryGetValue(request.Name, out var loaded)) return null;
        if (request.Allows(loaded.Version)) return loaded;
        throw new PackageException(
            $"#r nuget: {loaded.Name} {loaded.Version} is loaded already, and a running notebook cannot change it to {request.Version}. Restart the kernel and run the cell with {request.Version} first.");
    }

    /// <summary>Takes in what a restore brought.</summary>
    /// <param name="requests">What was asked for.</param>
    /// <param name="restored">What came.</param>
    /// <param name="remarks">Takes what the user should know.</param>
    /// <returns>The packages that are new to the session.</returns>
    public IReadOnlyList<RestoredPackage> Add(IReadOnlyList<PackageRequest> requests, RestoredPackages restored, List<string> remarks)
    {
        var fresh = new List<RestoredPackage>();
        foreach (var package in restored.Packages)
        {
            if (_all.TryAdd(package.Name, package)) fresh.Add(package);
            else if (_all[package.Name].Version is var loaded && loaded != package.Version)
                remarks.Add($"{package.Name} {loaded} is loaded and stays, though {package.Version} is asked for now. If something is missing, restart the kernel and ask for all packages in one cell.");
        }
        foreach (var request in requests)
            if (_all.TryGetValue(request.Name, out var package)) _asked[request.Name] = package;
        return fresh;
    }
}
