using System.Diagnostics;
using System.Globalization;
using Kiln.Runs;

namespace Benchmarks;

/// <summary>Trials a minute of a LeNet search in two worker processes against the same search in one process, in turns.</summary>
internal static class WorkerBenchmark
{
    private const double Wanted = 1.7;
    private const int Trials = 16;

    private const string Notebook = """
        #!csharp

        #!data fashion-mnist --limit 10000

        #!csharp

        #!model lenet
        Conv2d(6, 5, padding: 2), ReLU(), MaxPool2d(2),
        Conv2d(16, 5), ReLU(), MaxPool2d(2), Flatten(),
        Linear(120), ReLU(), Linear(84), ReLU(), Linear(classes)

        #!csharp

        #!search random lenet --trials {TRIALS} --epochs 2 {OPTIONS} --space "lr=log(1e-4,1e-2)"

        """;

    /// <summary>Measures.</summary>
    /// <remarks>
    /// A search in one process trains with all processors: what two workers of one thread each could reach at best, were their start for
    /// nothing, is twice a search with one thread. Where libtorch makes good use of the second thread, that ceiling lies far below 2.
    /// </remarks>
    /// <param name="program">The kiln program, compiled ahead of time as users have it.</param>
    /// <param name="rounds">How many of each.</param>
    /// <returns>The exit code: 0 where the median ratio is as wanted.</returns>
    public static int Run(string program, int rounds)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"LeNet on 10,000 pictures, {Trials} trials of 2 epochs; trials a minute from the study's beginning (workers' start included) to its last trial."));
        Console.WriteLine("round  sequential  with one thread  --parallel 2  ratio  to one thread  ceiling  best value of all");
        List<double> ratios = [], toOneThread = [], ceilings = [];
        for (var round = 1; round <= rounds; round++)
        {
            var (all, best) = Measure(program, "");
            var (one, bestOfOne) = Measure(program, "", threads: 1);
            var (two, bestOfTwo) = Measure(program, "--parallel 2");
            ratios.Add(two / all);
            toOneThread.Add(two / one);
            ceilings.Add(Math.Min(2, Environment.ProcessorCount) * one / all);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{round,5}  {all,10:0.0}  {one,15:0.0}  {two,12:0.0}  {ratios[^1],5:0.00}  {toOneThread[^1],13:0.00}  {ceilings[^1],7:0.00}  {best:0.0000} {bestOfOne:0.0000} {bestOfTwo:0.0000}"));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"median ratio {ratios.Median():0.00}, wanted {Wanted:0.0}; to a search with one thread {toOneThread.Median():0.00}; the ceiling of two workers on this machine is {ceilings.Median():0.00}, of which {ratios.Median() / ceilings.Median():0 %} is reached"));
        return ratios.Median() >= Wanted ? 0 : 1;
    }

    private static (double TrialsPerMinute, double Best) Measure(string program, string options, int? threads = null)
    {
        var folder = Directory.CreateTempSubdirectory("kiln-workers").FullName;
        try
        {
            var notebook = Path.Combine(folder, "search.dib");
            File.WriteAllText(notebook, Notebook.Replace("{TRIALS}", Trials.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{OPTIONS}", options, StringComparison.Ordinal));
            var start = new ProcessStartInfo(program, ["run", "--quiet", notebook]) { RedirectStandardOutput = true };
            if (threads is { } count) start.Environment["OMP_NUM_THREADS"] = count.ToString(CultureInfo.InvariantCulture);
            using var process = Process.Start(start)!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
            using var store = RunStore.Open(Path.Combine(folder, ".kiln"));
            var study = store.ListStudies()[0];
            var trials = store.List(new RunFilter { Study = study.Id });
            var time = trials.Max(run => run.EndedAt!.Value) - study.CreatedAt;
            return (trials.Count / time.TotalMinutes, trials.Max(run => run.Metrics["val_accuracy"]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
