using Kiln.Training;

namespace Kiln.Tests;

/// <summary>A training whose store fails on the way, and what must be true of it whatever the store is.</summary>
internal static class OutageRun
{
    public static Task<Run> Train(Outage outage) =>
        Lab.Train("mlp", "digits", new TrainOptions { Epochs = 1_000_000, Clip = 1 }, new RunSettings { Callbacks = [outage] });

    public static void AssertToldOnce(Run run, params string[] words)
    {
        Assert.Single(run.Notes, note => note.Contains("the store does not take it", StringComparison.Ordinal));
        var said = string.Join(Environment.NewLine, run.Notes);
        Assert.All(words, word => Assert.Contains(word, said, StringComparison.Ordinal));
    }

    public static void AssertWhole(Run run)
    {
        var stored = Lab.Runs.Epochs(run.Id);
        Assert.Equal(run.Epochs.Select(epoch => epoch.Epoch), stored.Select(epoch => epoch.Epoch));
        Assert.All(run.Epochs.Zip(stored), pair => Assert.Equal(pair.First.Metrics, pair.Second.Metrics));
        Assert.Equal(Enumerable.Range(1, stored.Count), stored.Select(epoch => epoch.Epoch));
        Assert.Equal(run.Record.Hyperparameters, Lab.Runs.Get(run.Id).Hyperparameters);
        var journal = Path.Combine(Lab.Runs.Folder, "journal");
        Assert.Empty(Directory.Exists(journal) ? Directory.GetFiles(journal) : []);
    }
}
