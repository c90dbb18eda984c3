namespace Kiln.Kernel.Tests;

public class LoadedPackagesTests
{
    private readonly LoadedPackages _loaded = new();
    private readonly List<string> _remarks = [];

    [Fact]
    public void What_is_loaded_answers_to_every_version_that_it_fits()
    {
        Add("A", "2.0.0");
        Assert.Equal("2.0.0", _loaded.Find(new PackageRequest("a", "*"))!.Version);
        Assert.Equal("2.0.0", _loaded.Find(new PackageRequest("A", "1.5"))!.Version);
        Assert.Null(_loaded.Find(new PackageRequest("B", "*")));
    }

    [Fact]
    public void Another_version_needs_a_restart()
    {
        Add("A", "2.0.0");
        var message = Assert.Throws<PackageException>(() => _loaded.Find(new PackageRequest("A", "3.0"))).Message;
        Assert.Contains("A 2.0.0 is loaded already", message);
        Assert.Contains("Restart the kernel", message);
    }

    [Fact]
    public void A_package_that_another_one_needs_newer_stays_and_is_remarked()
    {
        Add("A", "2.0.0");
        Assert.Equal(["B"], Add("B", "1.0.0", ("A", "2.5.0")).Select(package => package.Name));
        Assert.StartsWith("A 2.0.0 is loaded and stays, though 2.5.0 is asked for now.", Assert.Single(_remarks));
    }

    [Fact]
    public void Later_restores_keep_the_versions_that_cells_asked_for()
    {
        Add("A", "2.0.0", ("Deep", "1.0.0"));
        Assert.Equal([new PackageRequest("A", "[2.0.0]")], _loaded.Pinned);
    }

    private IReadOnlyList<RestoredPackage> Add(string name, string version, params IEnumerable<(string Name, string Version)> more) => _loaded.Add(
        [new PackageRequest(name, "*")],
        new RestoredPackages([.. more.Prepend((name, version)).Select(package => new RestoredPackage(package.Item1, package.Item2) { Root = "/" })], []),
        _remarks);
}
