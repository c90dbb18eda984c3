namespace Notebooks.Tests;

/// <summary>What every refused cell must keep to.</summary>
internal static class Refusal
{
    private const int MostLines = 12;

    /// <summary>Runs a cell that must fail with a message for a person, and sees the kernel work afterwards.</summary>
    /// <returns>The message.</returns>
    public static async Task<string> OfAsync(KernelClient kernel, string cell)
    {
        var result = await kernel.RunAsync(cell);
        Assert.True(result.Status == "error", $"Expected an error, got {result.Status}:\n{result.Text}");
        AssertClean(result);
        await AssertLivesAsync(kernel);
        return result.ErrorText;
    }

    /// <summary>Sees that the kernel answers.</summary>
    public static async Task AssertLivesAsync(KernelClient kernel) =>
        Assert.Equal("42", Assert.Single((await kernel.RunWellAsync("6 * 7")).Messages, message => message.Type == "execute_result").Text);

    // A message: no stack of our own frames, and short enough to be read.
    private static void AssertClean(CellResult result)
    {
        var shown = string.Join('\n', result.Traceback) + result.ErrorText + result.Text;
        Assert.DoesNotContain("   at Kiln.", shown);
        Assert.DoesNotContain("   at System.", shown);
        Assert.DoesNotContain("c10::", shown);
        Assert.InRange(result.Traceback.Sum(line => line.Split('\n').Length), 0, MostLines);
        Assert.False(string.IsNullOrWhiteSpace(result.ErrorText));
    }
}
