namespace Kiln.Notebooks.Tests.Magics;

public class SharedMagicTests : MagicFixture
{
    [Fact]
    public async Task Shared_code_runs_as_shared_with_its_lines()
    {
        await Run("#!shared", "int Twice(int x) => 2 * x;");
        Assert.Equal("#line 2\nint Twice(int x) => 2 * x;", Assert.Single(Host.Shared));
    }

    [Fact]
    public async Task Without_code_it_says_where_to_write_it() =>
        Assert.Contains("Write types and functions on the lines after it.", await Refusal("#!shared"));
}
