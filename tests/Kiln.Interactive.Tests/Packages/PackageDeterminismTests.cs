namespace Kiln.Interactive.Tests.Packages;

/// <summary>What is published can be made again by anybody, byte for byte.</summary>
public sealed class PackageDeterminismTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("kiln-same").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Packing_the_same_sources_in_two_folders_gives_the_same_files()
    {
        SlowTests.SkipUnlessAsked();
        var checkout = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", ".."));
        var (one, other) = (new SourceCopy(Path.Combine(_root, "one")), new SourceCopy(Path.Combine(_root, "in", "another", "place")));
        foreach (var copy in new[] { one, other }) copy.TakeFrom(checkout);
        foreach (var copy in new[] { one, other }) await copy.PackAsync();
        var packages = Directory.EnumerateFiles(one.Feed).Select(path => Path.GetFileName(path)!).Order().ToList();
        Assert.Equal(6, packages.Count);
        Assert.All(packages, package =>
        {
            var (here, there) = (one.ContentOf(package), other.ContentOf(package));
            Assert.Equal(here.Keys, there.Keys);
            Assert.All(here.Keys, file => Assert.True(here[file].AsSpan().SequenceEqual(there[file]), $"{file} differs."));
        });
    }
}
