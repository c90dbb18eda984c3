using System.Globalization;
using System.IO.Compression;
using System.Threading.Channels;
using Kiln.Training;
using static Kiln.Training.Layers;

namespace Benchmarks;

/// <summary>Trains every <see cref="ReplayConfiguration"/> with three seeds and writes the validation accuracy of each epoch.</summary>
internal static class ReplayGenerator
{
    // The accuracy of guessing: what a training has whose loss is no number any more.
    private const double Chance = 0.1;

    public static async Task<int> Run(string path)
    {
        var data = DataSets.Load("digits", new DataOptions { Split = "50/50/0", Stratify = true });
        await using var file = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.SmallestSize));
        await file.WriteLineAsync($"lr,width,batch,dropout,optimizer,seed,{string.Join(',', Enumerable.Range(1, ReplayTable.Epochs))}");
        var done = 0;
        foreach (var configuration in ReplayConfiguration.All)
        {
            for (var seed = 0; seed < ReplayTable.Seeds; seed++)
                await file.WriteLineAsync(Row(configuration, seed, await Train(configuration, seed, data)));
            if (++done % 50 == 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done} of {ReplayConfiguration.All.Count()} configurations"));
        }
        return 0;
    }

    private static async Task<double[]> Train(ReplayConfiguration configuration, int seed, DataSet data)
    {
        var job = new TrainingJob { Model = ModelOf(configuration), Data = data, Options = OptionsOf(configuration, seed), EvaluateTest = false, IsRehearsed = true };
        var events = Channel.CreateBounded<TrainingEvent>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var result = await Trainer.Fit(job, events.Writer, new Interrupter());
        result.Module?.Dispose();
        return [.. result.Epochs.Select(epoch => epoch.Metrics[MetricNames.ValAccuracy])];
    }

    private static TrainOptions OptionsOf(ReplayConfiguration configuration, int seed) => new()
    {
        Epochs = ReplayTable.Epochs,
        Batch = ReplayConfiguration.Batches[configuration.Batch],
        Lr = ReplayConfiguration.Rates[configuration.Lr],
        Optimizer = configuration.Optimizer,
        Seed = seed,
        Keep = "last",
        Threads = 1,
    };

    private static ModelDefinition ModelOf(ReplayConfiguration configuration)
    {
        var (width, dropout) = (ReplayConfiguration.Widths[configuration.Width], ReplayConfiguration.Dropouts[configuration.Dropout]);
        Layer[] layers = [Flatten(), Linear(width), ReLU(), Dropout(dropout), Linear(width), ReLU(), Dropout(dropout), Linear(10)];
        return new ModelDefinition("digits", $"digits {configuration}", context => LayerStack.Build(layers, context.InputShape));
    }

    private static string Row(ReplayConfiguration configuration, int seed, double[] accuracies)
    {
        var all = accuracies.Concat(Enumerable.Repeat(Chance, ReplayTable.Epochs - accuracies.Length));
        return string.Create(CultureInfo.InvariantCulture, $"{configuration},{seed},{string.Join(',', all.Select(value => value.ToString("0.####", CultureInfo.InvariantCulture)))}");
    }
}
