namespace Kiln.Kernel.Tests;

public class PackageSourcesTests
{
    private readonly PackageSources _sources = new();

    [Fact]
    public void Folders_and_addresses_are_kept_once()
    {
        _sources.Add("https://example.org/v3/index.json");
        _sources.Add("https://example.org/v3/index.json");
        _sources.Add(".");
        _sources.Add($"file://{Directory.GetCurrentDirectory()}");
        Assert.Equal(["https://example.org/v3/index.json", Directory.GetCurrentDirectory()], _sources.All);
    }

    [Theory]
    [InlineData("", "names nothing")]
    [InlineData("no/such/folder", "there is no folder ")]
    [InlineData("ftp://example.org/feed", "not ftp://")]
    [InlineData("https://", "no address")]
    public void Anything_else_is_refused_with_what_to_write(string typed, string expected)
    {
        var message = Assert.Throws<PackageException>(() => _sources.Add(typed)).Message;
        Assert.Contains(expected, message);
        Assert.Contains(".nupkg", message);
    }
}
