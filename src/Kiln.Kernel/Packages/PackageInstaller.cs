using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>Brings packages into a session: fetches them, and makes their files known to compiler and loader.</summary>
internal sealed class PackageInstaller(References references, CellAssemblies assemblies, PackageRestore restore)
{
    private readonly LoadedPackages _loaded = new();
    private readonly HashSet<string> _extensionsMentioned = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The feeds to look into beside those of the user's configuration.</summary>
    public PackageSources Sources { get; } = new();

    /// <summary>Installs packages and shows what came.</summary>
    /// <exception cref="PackageException">A package cannot be had.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public async Task InstallAsync(IReadOnlyList<PackageRequest> requests, CellContext cell)
    {
        var missing = requests.Where(request => _loaded.Find(request) is null).ToList();
        var remarks = new List<string>();
        var id = DisplayIds.New();
        if (missing.Count > 0) await FetchAsync(missing, cell, id, remarks);
        var installed = requests.Select(_loaded.Find).OfType<RestoredPackage>().ToList();
        Show(cell, PackageList.Installed(installed, remarks), id, update: missing.Count > 0);
    }

    private async Task FetchAsync(List<PackageRequest> missing, CellContext cell, string id, List<string> remarks)
    {
        Show(cell, PackageList.Installing(missing), id, update: false);
        try
        {
            var project = new RestoreProject { Packages = [.. _loaded.Pinned, .. missing], Sources = Sources.All };
            var restored = await restore.RestoreAsync(project, cell.Interrupted);
            remarks.AddRange(restored.Remarks);
            foreach (var package in _loaded.Add(missing, restored, remarks)) Load(package, remarks);
            remarks.AddRange(missing.Select(request => restored.Find(request.Name)).OfType<RestoredPackage>().Where(package => package.IsEmpty)
                .Select(package => $"{package.Name} holds nothing that a cell could use; it serves builds or editors."));
        }
        catch
        {
            Show(cell, PackageList.NotInstalled(missing), id, update: true);
            throw;
        }
    }

    private void Load(RestoredPackage package, List<string> remarks)
    {
        foreach (var path in package.Compile)
            if (OwnAssemblies.Find(Path.GetFileNameWithoutExtension(path)) is { } own)
            {
                references.Add(own);
                if (OwnAssemblies.Remark(own, path) is { } remark) remarks.Add(remark);
            }
            else
            {
                references.Add(path);
            }
        foreach (var path in package.Runtime.Where(path => !OwnAssemblies.Has(path))) assemblies.AddAssembly(path);
        foreach (var path in package.Native) assemblies.AddLibrary(path);
        foreach (var (culture, path) in package.Satellites) assemblies.AddSatellite(culture, path);
        if (package.HasExtension && _extensionsMentioned.Add(package.Name))
            remarks.Add($"{package.Name} has an extension for .NET Interactive, which Kiln does not run; its classes can be used as they are.");
    }

    private static void Show(CellContext cell, MimeBundle bundle, string id, bool update) => cell.Output.Display(bundle, id, update);
}
