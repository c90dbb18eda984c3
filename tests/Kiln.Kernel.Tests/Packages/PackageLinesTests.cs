namespace Kiln.Kernel.Tests;

public class PackageLinesTests
{
    [Theory]
    [InlineData("#r \"nuget: CsvHelper\"", "CsvHelper", "*")]
    [InlineData("#r \"nuget:CsvHelper,34.0.0\"", "CsvHelper", "34.0.0")]
    [InlineData("  #r   \"nuget:  CsvHelper ,  [1.0,2.0) \" // why", "CsvHelper", "[1.0,2.0)")]
    [InlineData("#r \"NuGet: CsvHelper, 1.*\"", "CsvHelper", "1.*")]
    [InlineData("#r \"nuget: CsvHelper, *-*\"", "CsvHelper", "*-*")]
    [InlineData("#r \"nuget: CsvHelper, 1.0.0-beta.2\"", "CsvHelper", "1.0.0-beta.2")]
    [InlineData("#r \"nuget: CsvHelper,\"", "CsvHelper", "*")]
    public void A_package_is_named_with_a_version_a_range_or_none(string line, string name, string version) =>
        Assert.Equal([new PackageRequest(name, version)], PackageLines.Packages(line));

    [Theory]
    [InlineData("#r \"nuget: \"", "expected a package's name")]
    [InlineData("#r \"nuget: Csv Helper\"", "got 'Csv Helper'")]
    [InlineData("#r \"nuget: ../x\"", "expected a package's name")]
    [InlineData("#r \"nuget: CsvHelper, newest\"", "'newest' is no version")]
    [InlineData("#r \"nuget: CsvHelper, [1.0,2.0\"", "no version")]
    [InlineData("#r \"nuget: A, 1.0\"\n#r \"nuget: a, 2.0\"", "two versions, 1.0 and 2.0")]
    public void A_line_that_cannot_be_meant_is_refused_with_what_to_write(string code, string expected) =>
        Assert.Contains(expected, Assert.Throws<PackageException>(() => PackageLines.Packages(code)).Message);

    [Fact]
    public void A_package_that_is_named_twice_is_asked_for_once() =>
        Assert.Equal([new PackageRequest("b", "2.0"), new PackageRequest("C", "*")], PackageLines.Packages("#r \"nuget: B\"\n#r \"nuget: b, 2.0\"\n#r \"nuget: C\"\n#r \"nuget: c\""));

    [Fact]
    public void Package_lines_are_blanked_without_moving_others() =>
        Assert.Equal("\nvar x = 1; // #r \"nuget: Not, 1.0\"", PackageLines.Without("#r \"nuget: Humanizer, 2.0.1\" // why\nvar x = 1; // #r \"nuget: Not, 1.0\""));

    [Theory]
    [InlineData("*", "1.0.0", true)]
    [InlineData("1.2.0", "1.2.0", true)]
    [InlineData("1.2.0", "1.3.0", true)]
    [InlineData("1.3.0", "1.2.0", false)]
    [InlineData("[1.2.0]", "1.3.0", false)]
    [InlineData("[1.0,2.0)", "2.0.0", false)]
    [InlineData("1.*", "1.9.0", true)]
    [InlineData("1.*", "2.0.0", false)]
    [InlineData("*-*", "2.0.0-beta", true)]
    public void A_request_knows_which_versions_it_allows(string request, string version, bool allowed) =>
        Assert.Equal(allowed, new PackageRequest("X", request).Allows(version));
}
