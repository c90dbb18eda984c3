namespace Kiln.Kernel.Tests;

/// <summary>Real clients against the real program.</summary>
public class JupyterTests(InstalledKernel kernel) : IClassFixture<InstalledKernel>
{
    [Theory]
    [InlineData("test_kiln_kernel.py")]
    [InlineData("test_wire.py")]
    [InlineData("test_process.py")]
    [InlineData("test_tour.py")]
    [InlineData("test_background.py")]
    public async Task The_kernel_passes(string script)
    {
        Assert.SkipUnless(File.Exists(InstalledKernel.Python), $"{InstalledKernel.Python} is not here.");
        var (exitCode, output) = await kernel.RunPythonAsync(Path.Combine(AppContext.BaseDirectory, "jupyter", script));
        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public async Task The_kernel_survives()
    {
        SlowTests.SkipUnlessAsked();
        await The_kernel_passes("test_survival.py");
    }
}
