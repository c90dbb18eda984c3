namespace Notebooks.Tests;

/// <summary>A kernel that is killed in mid-training, and the one that goes on.</summary>
public sealed class KilledTrainingTests
{
    // An epoch has 1,437 batches of one example: the gate stands in the middle of the third.
    private const string Define = Gate.Cell + """

        #!data digits
        #!model net
        new Gate(3500), Flatten(), Linear(64), ReLU(), Dropout(0.2), Linear(classes)
        """;

    private const string Train = "#!train net --epochs 5 --batch 1 --seed 7";

    [Fact]
    public async Task A_training_killed_in_epoch_3_resumes_from_epoch_2_and_ends_with_the_same_weights()
    {
        using var sandbox = await Sandbox.CreateAsync();
        var whole = new Checkpoints(await TrainWithoutBreakAsync(sandbox));
        var broken = new Checkpoints(await TrainAndKillAsync(sandbox));
        Assert.Equal(2, broken.Epoch);

        var text = await ResumeAsync(sandbox);

        Assert.Contains("after epoch 2", text);
        Assert.Equal(5, broken.Epoch);
        Figures.Tell($"{whole.Last.Count} tensors of the last checkpoint and {whole.Best.Count} of the best compared, byte for byte");
        Assert.Equal(whole.Last, broken.Last);
        Assert.Equal(whole.Best, broken.Best);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_losses_twice()
    {
        using var sandbox = await Sandbox.CreateAsync();
        await using var kernel = await KernelClient.StartAsync(sandbox);
        await kernel.RunWellAsync(Define);

        var first = await LossesAsync(kernel, seed: 11);
        var other = await LossesAsync(kernel, seed: 12);
        var second = await LossesAsync(kernel, seed: 11);

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
    }

    private static async Task<string> LossesAsync(KernelClient kernel, int seed)
    {
        var result = await kernel.RunWellAsync($$"""
            var run{{seed}} = await Lab.Train("net", "digits", new() { Epochs = 3, Seed = {{seed}} });
            string.Join(" ", run{{seed}}.Epochs.Select(epoch => epoch.Metrics["train_loss"].ToString("R") + "/" + epoch.Metrics["val_loss"].ToString("R")))
            """);
        return Assert.Single(result.Messages, message => message.Type == "execute_result").Text;
    }

    private static async Task<string> TrainWithoutBreakAsync(Sandbox sandbox)
    {
        var folder = Folder(sandbox, "whole");
        await using var kernel = await KernelClient.StartAsync(sandbox, folder);
        await kernel.RunWellAsync(Define);
        await kernel.RunWellAsync(Train);
        return Path.Combine(folder, ".kiln");
    }

    private static async Task<string> TrainAndKillAsync(Sandbox sandbox)
    {
        var folder = Folder(sandbox, "broken");
        var store = Path.Combine(folder, ".kiln");
        Gate.Close(folder);
        await using var kernel = await KernelClient.StartAsync(sandbox, folder);
        await kernel.RunWellAsync(Define);
        var training = await kernel.BeginAsync(Train);
        await training.OutputAsync(output => output.Text.Contains("epoch 3 of 5", StringComparison.Ordinal), KernelClient.CellLimit);
        await kernel.KillAsync();
        Gate.Open(folder);
        return store;
    }

    private static async Task<string> ResumeAsync(Sandbox sandbox)
    {
        await using var kernel = await KernelClient.StartAsync(sandbox, Folder(sandbox, "broken"));
        await kernel.RunWellAsync(Define);
        return (await kernel.RunWellAsync(Train + " --resume")).Text;
    }

    private static string Folder(Sandbox sandbox, string name) => Directory.CreateDirectory(Path.Combine(sandbox.Work, name)).FullName;
}
