using System.Diagnostics;
using System.Globalization;
using Kiln;
using Kiln.Notebooks;
using Kiln.Training;

namespace Benchmarks;

/// <summary>What looking on costs: the same training of a minute with and without the live view, in turns.</summary>
internal static class LiveViewCost
{
    private static readonly TrainOptions Options = new() { Epochs = 8 };

    public static async Task<int> Run(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("kiln-benchmark-");
        using var workspace = LabWorkspace.Current = new LabWorkspace(folder.FullName);
        var data = Lab.Data("fashion-mnist");
        var model = new ModelDefinition("clothes", "the network of notebooks/01-first-light.ipynb", context => LayerStack.Build(
            [
                Layers.Conv2d(16, 5, padding: 2), Layers.ReLU(), Layers.MaxPool2d(2),
                Layers.Conv2d(32, 5), Layers.ReLU(), Layers.MaxPool2d(2),
                Layers.Flatten(), Layers.Linear(128), Layers.ReLU(), Layers.Dropout(0.25), Layers.Linear((int)context.Classes),
            ],
            context.InputShape));

        var quiet = new List<Cost>();
        var live = new List<Cost>();
        for (var round = 0; round < rounds; round++)
        {
            quiet.Add(await Measure(model, data, host: null));
            live.Add(await Measure(model, data, new SerialisingHost()));
            Console.WriteLine(Row($"round {round + 1}", quiet[^1], live[^1]));
        }

        folder.Delete(recursive: true);
        Console.WriteLine(Row("median", Median(quiet), Median(live)));
        return Median(live).Wall / Median(quiet).Wall <= 1.02 ? 0 : 1;
    }

    private static async Task<Cost> Measure(ModelDefinition model, DataSet data, SerialisingHost? host)
    {
        using var session = host is null ? null : NotebookSession.Attach(host);
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        await Lab.Train(model, data, Options);
        return new Cost(clock.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds, host?.Updates ?? 0);
    }

    private static Cost Median(List<Cost> costs) =>
        new(Median(costs.Select(cost => cost.Wall)), Median(costs.Select(cost => cost.Processor)), costs[^1].Updates);

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Row(string name, Cost quiet, Cost live) => string.Create(CultureInfo.InvariantCulture,
        $"{name,-8} without {quiet.Wall:F1} s wall {quiet.Processor:F1} s processor | with {live.Wall:F1} s wall {live.Processor:F1} s processor, {live.Updates} updates | "
        + $"cost {(live.Wall / quiet.Wall - 1) * 100:F2} % wall {(live.Processor / quiet.Processor - 1) * 100:F2} % processor");

    private sealed record Cost(double Wall, double Processor, int Updates);
}
