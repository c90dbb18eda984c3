using System.Diagnostics;
using System.Globalization;
using Kiln;
using Kiln.Training;

namespace Benchmarks;

/// <summary>What data that do not fit in the memory set aside for them take of it: a table and a text of so many megabytes, generated, loaded, trained on for an epoch.</summary>
internal static class StreamBenchmark
{
    private const long Budget = 64L << 20;

    /// <param name="megabytes">Size of each file.</param>
    /// <param name="which">"table", "text" or "words"; empty for all. A process has one peak, so that one at a time is exact.</param>
    public static async Task<int> Run(int megabytes, string[] which)
    {
        var folder = Directory.CreateTempSubdirectory("kiln-benchmark-");
        try
        {
            using var workspace = LabWorkspace.Current = new LabWorkspace(folder.FullName);
            foreach (var kind in new[] { "table", "text", "words" }.Where(kind => which.Length == 0 || which.Contains(kind)))
            {
                var path = Path.Combine(folder.FullName, kind + (kind == "table" ? ".csv" : ".txt"));
                if (kind == "table") GeneratedFiles.Table(path, megabytes);
                else GeneratedFiles.Text(path, megabytes);
                await Measure(kind, path);
                File.Delete(path);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return 0;
    }

    private static async Task Measure(string kind, string path)
    {
        var source = kind == "table"
            ? DataSource.Csv(path, "kind")
            : DataSource.Text(path, new TextOptions { Words = kind == "words" });
        var before = Peak();
        var clock = Stopwatch.StartNew();
        using var data = DataSets.Load(source, new DataOptions { MemoryBudget = Budget });
        var loaded = (Seconds: clock.Elapsed.TotalSeconds, Peak: Peak());
        clock.Restart();
        Layer[] layers = kind == "table"
            ? [Layers.Linear(32), Layers.ReLU(), Layers.Linear(data.Classes)]
            : [Layers.Embedding(16), Layers.Linear(data.VocabularySize)];
        var model = new ModelDefinition(kind, kind, context => LayerStack.Build(layers, context));
        // A part of an epoch tells the memory; the rest would only tell it again.
        var run = await Lab.Train(model, data, new TrainOptions { Epochs = 1, Batch = 64, MaxTime = TimeSpan.FromSeconds(30) });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{kind}: {new FileInfo(path).Length / 1e6:F0} MB, {data.Train.Count + data.Validation.Count + data.Test.Count:N0} examples of {string.Join(" x ", data.InputShape)}, streamed: {data.IsStreamed} | ")
            + string.Create(CultureInfo.InvariantCulture, $"loaded in {loaded.Seconds:F1} s | peak memory {before:F0} MB before, {loaded.Peak:F0} loaded, {Peak():F0} trained {clock.Elapsed.TotalSeconds:F0} s | {run.Record.Status}"));
    }

    /// <summary>The most memory that this process has had resident, in megabytes.</summary>
    private static double Peak() => File.ReadLines("/proc/self/status").Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
        .Select(line => double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024).First();
}
