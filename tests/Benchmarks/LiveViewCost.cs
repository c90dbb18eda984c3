using System.Diagnostics;
using System.Globalization;
using Kiln;
using Kiln.Notebooks;
using Kiln.Training;

namespace Benchmarks;

/// <summary>What looking on costs: the same training with and without the live view, in turns; one of a minute, and one of ten thousand short epochs.</summary>
internal static class LiveViewCost
{
    private const double Most = 1.02;

    public static async Task<int> Run(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("kiln-benchmark-");
        using var workspace = LabWorkspace.Current = new LabWorkspace(folder.FullName);
        var holds = await Compare(Define("tiny", [Layers.Linear(1)]), Lab.Data("line"), new TrainOptions { Epochs = 10_000, Threads = 1 }, rounds);
        Layer[] clothes =
        [
            Layers.Conv2d(16, 5, padding: 2), Layers.ReLU(), Layers.MaxPool2d(2),
            Layers.Conv2d(32, 5), Layers.ReLU(), Layers.MaxPool2d(2),
            Layers.Flatten(), Layers.Linear(128), Layers.ReLU(), Layers.Dropout(0.25), Layers.Linear(10),
        ];
        holds &= await Compare(Define("clothes", clothes), Lab.Data("fashion-mnist"), new TrainOptions { Epochs = 8 }, rounds);
        folder.Delete(recursive: true);
        return holds ? 0 : 1;
    }

    private static ModelDefinition Define(string name, Layer[] layers) => new(name, name, context => LayerStack.Build(layers, context.InputShape));

    private static async Task<bool> Compare(ModelDefinition model, DataSet data, TrainOptions options, int rounds)
    {
        Console.WriteLine($"{model.Name} on {data.Name}, {options.Epochs} epochs");
        List<Cost> quiet = [], live = [];
        for (var round = 0; round < rounds; round++)
        {
            quiet.Add(await Measure(model, data, options, host: null));
            live.Add(await Measure(model, data, options, new SerialisingHost()));
            Console.WriteLine(Row($"round {round + 1}", quiet[^1], live[^1]));
        }
        Console.WriteLine(Row("median", Median(quiet), Median(live)));
        return Median(live).Wall / Median(quiet).Wall <= Most;
    }

    private static async Task<Cost> Measure(ModelDefinition model, DataSet data, TrainOptions options, SerialisingHost? host)
    {
        using var session = host is null ? null : NotebookSession.Attach(host);
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var run = await Lab.Train(model, data, options);
        return new Cost(clock.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds, host?.Updates ?? 0, Growth(run));
    }

    /// <summary>Time of the last tenth of the epochs over that of the first: 1 where an epoch's cost does not grow with those before it.</summary>
    private static double Growth(Run run)
    {
        var tenth = Math.Max(1, run.Epochs.Count / 10);
        return (run.Epochs[^1].Elapsed - run.Epochs[^(tenth + 1)].Elapsed) / run.Epochs[tenth - 1].Elapsed;
    }

    private static Cost Median(List<Cost> costs) =>
        new(costs.Select(cost => cost.Wall).Median(), costs.Select(cost => cost.Processor).Median(), costs[^1].Updates, costs.Select(cost => cost.Growth).Median());

    private static string Row(string name, Cost quiet, Cost live) => string.Create(CultureInfo.InvariantCulture,
        $"{name,-8} without {quiet.Wall:F1} s wall {quiet.Processor:F1} s processor | with {live.Wall:F1} s wall {live.Processor:F1} s processor, {live.Updates} updates | "
        + $"cost {(live.Wall / quiet.Wall - 1) * 100:F2} % wall {(live.Processor / quiet.Processor - 1) * 100:F2} % processor | last tenth over first {quiet.Growth:F2}, {live.Growth:F2}");

    private sealed record Cost(double Wall, double Processor, int Updates, double Growth);
}
