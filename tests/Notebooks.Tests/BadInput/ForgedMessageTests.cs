namespace Notebooks.Tests;

/// <summary>A stranger on the same machine who knows the ports but not the key.</summary>
public sealed class ForgedMessageTests
{
    [Fact]
    public async Task A_message_with_a_wrong_signature_is_neither_run_nor_answered_and_the_kernel_lives()
    {
        using var sandbox = await Sandbox.CreateAsync();
        await using var kernel = await KernelClient.StartAsync(sandbox);

        var answered = await kernel.ForgeAsync("System.IO.File.WriteAllText(\"forged\", \"\")");

        Assert.False(answered);
        await Refusal.AssertLivesAsync(kernel);
        Assert.False(File.Exists(Path.Combine(sandbox.Work, "forged")));
    }
}
