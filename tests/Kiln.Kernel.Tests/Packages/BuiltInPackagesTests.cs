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

    [Fact]
    public void Other_packages_are_fetched() => Assert.Null(BuiltInPackages.Answer(new PackageRequest("Humanizer", "2.14.1")));
}
