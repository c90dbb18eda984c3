namespace Kiln.Kernel.Tests;

/// <summary>What would end the process, in a cell's own code.</summary>
[Collection("kernel")]
public class EndOfProcessTests(KernelProbe kernel)
{
    [Theory]
    [InlineData("Environment.Exit(3);", "Environment.Exit(3)")]
    [InlineData("System.Environment.Exit(0);", "Environment.Exit(0)")]
    [InlineData("using static System.Environment;\nExit(1);", "Environment.Exit(1)")]
    [InlineData("try { Environment.Exit(4); } catch (Exception) { } while (true) { }", "Environment.Exit(4)")]
    [InlineData("try { Environment.Exit(5); } catch { }", "Environment.Exit(5)")]
    [InlineData("await Task.Run(() => Environment.Exit(6)); while (true) { }", "Environment.Exit(6)")]
    [InlineData("_ = Task.Run(() => Environment.Exit(7)); await Task.Delay(-1);", "Environment.Exit(7)")]
    [InlineData("Environment.FailFast(\"no way\");", "no way")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Kill();", "Process.Kill")]
    public async Task The_end_of_the_process_is_the_end_of_the_cell(string code, string named)
    {
        var cell = await kernel.RunAsync($"{(code.StartsWith("using", StringComparison.Ordinal) ? "" : "var before = 8;\n")}{code}");
        Assert.Equal("ProcessExit", (string?)cell.Reply["ename"]);
        Assert.Contains(named, (string?)cell.Reply["evalue"]);
        Assert.Contains("variables stay", (string?)cell.Reply["evalue"]);
        Assert.Equal("9", (await kernel.RunAsync("8 + 1")).Result);
    }

    [Fact]
    public async Task Other_functions_of_these_names_are_let_alone() =>
        Assert.Equal("left", (await kernel.RunAsync("class Room { public static string Exit(int door) => \"left\"; } Room.Exit(1)")).Result);
}
