namespace Kiln.Kernel.Tests;

public class RestoreErrorsTests
{
    [Theory]
    [InlineData(
        "/t/packages.csproj : error NU1101: Unable to find package Xyzzy.Unheard. No packages exist with this id in source(s): nuget.org",
        "#r nuget: there is no package Xyzzy.Unheard on nuget.org. Is the name spelled as on nuget.org?")]
    [InlineData(
        "/t/packages.csproj : error NU1102: Unable to find package Xyzzy.Unheard with version (>= 99.0.0)\n/t/packages.csproj : error NU1102:   - Found 5 version(s) in nuget.org [ Nearest version: 34.0.0 ]",
        "#r nuget: Xyzzy.Unheard has no version 99.0.0. The nearest of the 5 on nuget.org is 34.0.0.")]
    [InlineData(
        "/t/packages.csproj : error NU1103: Unable to find a stable package Xyzzy.Unheard with version (>= 1.0.0)\n/t/packages.csproj : error NU1103:   - Found 2 version(s) in nuget.org [ Nearest version: 1.0.0-beta ]",
        "#r nuget: Xyzzy.Unheard has no version 1.0.0. The nearest of the 2 on nuget.org is 1.0.0-beta. There are prereleases only: #r \"nuget: Xyzzy.Unheard, *-*\" takes them.")]
    [InlineData(
        "/t/packages.csproj : error NU1301: Unable to load the service index for source https://example.org/v3/index.json.\n/t/packages.csproj : error NU1301:   Connection refused (example.org:443)",
        "#r nuget: the feed https://example.org/v3/index.json cannot be reached (Connection refused (example.org:443)). Check the network, and the proxy if there is one. Packages that were restored before work without it.")]
    [InlineData(
        "/t/packages.csproj : error NU1202: Package Old 1.0.0 is not compatible with net10.0 (.NETCoreApp,Version=v10.0). Package Old 1.0.0 supports: net20 (.NETFramework,Version=v2.0) [/t/packages.csproj]",
        "#r nuget: Old 1.0.0 cannot be used with .NET 10; it is made for net20 (.NETFramework,Version=v2.0). Look for a newer version.")]
    [InlineData(
        "/t/packages.csproj : error NU1605: Warning As Error: Detected package downgrade: Core from 3.0.5 to 3.0.3. Reference the package directly from the project to select a different version. ",
        "#r nuget: Core 3.0.5 is needed, but Core 3.0.3 is loaded already, and a running notebook cannot change it. Restart the kernel and ask for all packages in one cell.")]
    [InlineData("/t/packages.csproj : error NU9999: Something new. [/t/packages.csproj]", "#r nuget: Something new.")]
    [InlineData("no pattern at all", "#r nuget: restore failed.\nno pattern at all")]
    public void What_restore_prints_becomes_a_sentence_with_its_remedy(string output, string expected) =>
        Assert.Equal(expected, RestoreErrors.Of(output, new RestoreProject { Packages = [new PackageRequest("Core", "[3.0.3]")] }).Message);

    [Fact]
    public void A_version_that_is_not_there_is_remarked() => Assert.Equal(
        ["CsvHelper 1.1.1 is not there; 15.0.1 was taken."],
        RestoreErrors.Remarks("/t/packages.csproj : warning NU1603: packages depends on CsvHelper (>= 1.1.1) but CsvHelper 1.1.1 was not found. CsvHelper 15.0.1 was resolved instead."));

    [Fact]
    public void A_machine_without_the_SDK_is_told_to_install_it() =>
        Assert.Contains("https://dotnet.microsoft.com/download", RestoreErrors.Of("The command could not be loaded:\nNo .NET SDKs were found.", new RestoreProject { Packages = [] }).Message);
}
