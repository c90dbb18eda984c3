using System.Globalization;
using Kiln;
using Kiln.Notebooks;
using Kiln.Training;

namespace Benchmarks;

/// <summary>
/// Examples per second of a recorded training with its live view, in turns with a hand-written PyTorch loop over a DataLoader (without
/// and with two workers) and with bare steps of Kiln.Torch. Medians over the epochs of all rounds.
/// </summary>
internal static class FitBenchmark
{
    private const double MostOverhead = 0.05;

    public static async Task<int> Run(int rounds, string[] chosen)
    {
        var folder = Directory.CreateTempSubdirectory("kiln-benchmark-");
        using var workspace = LabWorkspace.Current = new LabWorkspace(folder.FullName);
        using var python = new PythonPeer(Path.Combine("Fitting", "fit_peer.py"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Examples per second, medians over the epochs of {rounds} rounds in turns with PyTorch {python.Version}"));
        Console.WriteLine("training  threads      fit     bare  overhead  DataLoader  2 workers  ratio  ratio  target  whole run");
        var holds = true;
        foreach (var workload in FitWorkload.All.Where(workload => chosen.All(word => !FitWorkload.All.Any(other => other.Name == word)) || chosen.Contains(workload.Name)))
        {
            var data = Lab.Data(workload.Data, new DataOptions { Split = "100/0/0" }, alias: workload.Name);
            foreach (var threads in new[] { 1, 2 }) holds &= await Compare(workload, data, threads, rounds, python);
        }
        folder.Delete(recursive: true);
        return holds ? 0 : 1;
    }

    private static async Task<bool> Compare(FitWorkload workload, DataSet data, int threads, int rounds, PythonPeer python)
    {
        List<double> fit = [], bare = [], plain = [], workers = [], whole = [];
        for (var round = 0; round < rounds; round++)
        {
            fit.AddRange(await Fit(workload, data, threads, whole));
            TorchSharp.torch.set_num_threads(threads);
            bare.AddRange(BareLoop.Measure(workload, data));
            plain.AddRange(Ask(python, workload, threads, 0));
            workers.AddRange(Ask(python, workload, threads, 2));
        }
        double ratio = fit.Median() / plain.Median(), ofWorkers = fit.Median() / workers.Median(), overhead = bare.Median() / fit.Median() - 1;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{workload.Name,-9} {threads,7} {fit.Median(),8:F0} {bare.Median(),8:F0} {overhead,9:P1} {plain.Median(),11:F0} {workers.Median(),10:F0} {ratio,6:F2} {ofWorkers,6:F2} {workload.Target,7:F2} {whole.Median(),10:F0}"));
        return ratio >= workload.Target && ofWorkers >= workload.Target && overhead <= MostOverhead;
    }

    private static async Task<IEnumerable<double>> Fit(FitWorkload workload, DataSet data, int threads, List<double> whole)
    {
        using var session = NotebookSession.Attach(new SerialisingHost());
        var options = new TrainOptions { Epochs = workload.Epochs, Batch = FitWorkload.Batch, Threads = threads };
        var run = await Lab.Train(workload.Model, data, options, new RunSettings { Test = false });
        whole.Add((double)data.Train.Count * workload.Epochs / run.Epochs[^1].Elapsed.TotalSeconds);
        return run.Epochs.Skip(1).Select(epoch => epoch.Metrics[MetricNames.ExamplesPerSecond]);
    }

    private static IEnumerable<double> Ask(PythonPeer python, FitWorkload workload, int threads, int workers) =>
        python.Ask(string.Create(CultureInfo.InvariantCulture, $"{workload.Name} {workload.Epochs} {threads} {workers}")).Skip(1);
}
