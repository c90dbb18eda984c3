using System.Text;

namespace Notebooks.Tests;

/// <summary>What a training leaves in the notebook, however long it ran.</summary>
public sealed class StoredSizeTests
{
    private const int MostBytes = 200 * 1024;

    [Fact]
    public async Task A_training_of_300_epochs_stores_at_most_200_KB()
    {
        using var sandbox = await Sandbox.CreateAsync();
        await using var kernel = await KernelClient.StartAsync(sandbox);
        await kernel.RunWellAsync(WorkingKernel.Define);

        var result = await kernel.RunWellAsync("#!train net --epochs 300");

        var bytes = result.Shown.Sum(output => Encoding.UTF8.GetByteCount(output.Content.GetRawText()));
        Figures.Tell($"300 epochs: {bytes / 1024.0:0} KB stored, {result.Messages.Count} messages sent");
        Assert.InRange(bytes, 1, MostBytes);
    }
}
