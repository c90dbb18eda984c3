namespace Kiln.Kernel.Tests;

public class BuiltInPackagesTests
{
    [Theory]
    [InlineData("TorchSharp", "0.107.0")]
    [InlineData("TorchSharp", "*")]
    [InlineData("torchsharp-cpu", "0.105.1")]
    public void TorchSharp_of_our_time_is_built_in(string name, string version) =>
        Assert.Equal($"{name} is built in.", BuiltInPackages.Answer(new PackageRequest(name, version)));

    [Theory]
    [InlineData("0.96.6")]
    [InlineData("0.130.0")]
    [InlineData("1.107.0")]
    public void A_version_far_from_ours_gets_a_note(string version) =>
        Assert.Contains("0.107", BuiltInPackages.Answer(new PackageRequest("TorchSharp", version)));

    [Theory]
    [InlineData("libtorch-cpu")]
    [InlineData("libtorch-cpu-linux-x64")]
    [InlineData("Microsoft.DotNet.Interactive.Formatting")]
    [InlineData("Kiln")]
    public void What_comes_with_the_kernel_is_built_in(string name) =>
        Assert.Contains("built in", BuiltInPackages.Answer(new PackageRequest(name, "1.0")));

    [Theory]
    [InlineData("*")]
    [InlineData("0.3.0")]
    [InlineData("0.2.9")]
    [InlineData("0.3.*")]
    [InlineData("[0.3.0]")]
    public void Kiln_in_a_version_that_serves_says_which_it_is(string version) =>
        Assert.Equal("Kiln 0.3.0 is built in.", BuiltInPackages.OwnAnswer(new PackageRequest("Kiln", version), "0.3.0"));

    [Theory]
    [InlineData("0.4.0")]
    [InlineData("[0.2.0]")]
    [InlineData("0.4.*")]
    public void Kiln_in_another_version_says_what_to_update(string version) =>
        Assert.Equal(
            $"Kiln 0.3.0 is built in, but {version} is asked for: if something is missing below, update the kernel (dotnet tool update -g Kiln.Kernel).",
            BuiltInPackages.OwnAnswer(new PackageRequest("Kiln", version), "0.3.0"));

    [Fact]
    public void Other_packages_are_fetched() => Assert.Null(BuiltInPackages.Answer(new PackageRequest("Humanizer", "2.14.1")));
}
