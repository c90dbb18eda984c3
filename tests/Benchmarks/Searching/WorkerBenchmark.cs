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
    /// <param name="program">The kiln program, compiled ahead of time as users have it.</param>
    /// <param name="rounds">How many of each.</param>
    /// <returns>The exit code: 0 where the median ratio is as wanted.</returns>
    public static int Run(string program, int rounds)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"LeNet on 10,000 pictures, {Trials} trials of 2 epochs; trials a minute from the study's beginning (workers' start included) to its last trial."));
        Console.WriteLine("round  sequential  --parallel 2  ratio  best value of both");
        var ratios = new List<double>();
        for (var round = 1; round <= rounds; round++)
        {
            var (one, best) = Measure(program, "");
            var (two, bestOfTwo) = Measure(program, "--parallel 2");
            ratios.Add(two / one);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{round,5}  {one,10:0.0}  {two,12:0.0}  {two / one,5:0.00}  {best:0.0000} {bestOfTwo:0.0000}"));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median ratio {ratios.Median():0.00}, wanted {Wanted:0.0}"));
        return ratios.Median() >= Wanted ? 0 : 1;
    }

    private static (double TrialsPerMinute, double Best) Measure(string program, string options)
    {
        var folder = Directory.CreateTempSubdirectory("kiln-workers").FullName;
        try
        {
            var notebook = Path.Combine(folder, "search.dib");
            File.WriteAllText(notebook, Notebook.Replace("{TRIALS}", Trials.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{OPTIONS}", options, StringComparison.Ordinal));
            using var process = Process.Start(new ProcessStartInfo(program, ["run", "--quiet", notebook]) { RedirectStandardOutput = true })!;
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
