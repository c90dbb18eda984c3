namespace Notebooks.Tests;

/// <summary>A kernel that is killed in mid-search, and the one that goes on.</summary>
public sealed class KilledSearchTests
{
    // A trial has two epochs of 1,437 batches of one example: the gate stands in the third trial.
    private const string Define = Gate.Cell + """

        #!data digits
        #!model net
        new Gate(7000), Flatten(), Linear(hp.Int("width", 8, 64, @default: 32)), ReLU(), Linear(classes)
        """;

    private const string Search = """#!search random net --trials 5 --epochs 2 --batch 1 --space "lr=log(1e-4,1e-2) width=8..64" --study killed""";

    // One line a trial: which run, what was tried, what came of it.
    private const string Trials = """
        string.Join("\n", Lab.Runs.List().Where(run => run.Trial is not null).OrderBy(run => run.Trial).Select(run =>
            $"{run.Id} {run.Trial} {run.OptionsJson} {string.Join(",", run.Parameters)} {run.Status} {string.Join(",", run.Metrics.Where(metric => metric.Key.StartsWith("val")).Select(metric => metric.Key + "=" + metric.Value.ToString("R")))}"))
        """;

    [Fact]
    public async Task A_search_killed_in_its_third_trial_loses_nothing_and_equals_an_unbroken_one()
    {
        using var sandbox = await Sandbox.CreateAsync();
        var finished = await SearchAndKillAsync(sandbox);
        var resumed = await SearchToTheEndAsync(sandbox, "broken");
        var unbroken = await SearchToTheEndAsync(sandbox, "whole");

        Assert.Equal(2, finished.Length);
        Assert.Equal(finished, resumed[..2]);
        Assert.Equal(5, resumed.Length);
        Assert.Equal(unbroken.Select(WithoutId), resumed.Select(WithoutId));
    }

    private static async Task<string[]> SearchAndKillAsync(Sandbox sandbox)
    {
        var folder = Folder(sandbox, "broken");
        var store = new Checkpoints(Path.Combine(folder, ".kiln"));
        Gate.Close(folder);
        await using (var kernel = await KernelClient.StartAsync(sandbox, folder))
        {
            await kernel.RunWellAsync(Define);
            var search = await kernel.BeginAsync(Search);
            await search.OutputAsync(output => output.Type == "update_display_data" && store.Folders.Count == 3, KernelClient.CellLimit);
            await kernel.KillAsync();
        }
        Gate.Open(folder);
        await using var reader = await KernelClient.StartAsync(sandbox, folder);
        return [.. (await TrialsAsync(reader)).Where(line => line.Contains("Finished", StringComparison.Ordinal))];
    }

    private static async Task<string[]> SearchToTheEndAsync(Sandbox sandbox, string name)
    {
        await using var kernel = await KernelClient.StartAsync(sandbox, Folder(sandbox, name));
        await kernel.RunWellAsync(Define);
        await kernel.RunWellAsync(Search);
        return await TrialsAsync(kernel);
    }

    private static async Task<string[]> TrialsAsync(KernelClient kernel)
    {
        var result = await kernel.RunWellAsync(Trials);
        return Assert.Single(result.Messages, message => message.Type == "execute_result").Text.Split('\n');
    }

    private static string WithoutId(string line) => line[line.IndexOf(' ')..];

    private static string Folder(Sandbox sandbox, string name) => Directory.CreateDirectory(Path.Combine(sandbox.Work, name)).FullName;
}
