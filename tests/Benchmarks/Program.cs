using System.Globalization;
using Benchmarks;

// Benchmarks [ROUNDS] [WORKLOAD…]: steps and calls per second against python3-torch on the same libtorch, BLAS and threads.
// Benchmarks live [ROUNDS]: what the live view costs a training of a minute.
// Benchmarks fit [ROUNDS] [WORKLOAD…]: a training with its live view against a loop with a DataLoader, and against bare steps.
// Benchmarks stream [MEGABYTES] [table|text|words]: memory and time that data larger than their memory take.
// Benchmarks kernel [ROUNDS] [cold|idle|session|many|loops…] [--kiln PROGRAM]: Kiln's kernel against ipykernel.
// Benchmarks search [REPETITIONS] [OBJECTIVE…] [random|tpe|asha…]: what searches find, against python3-optuna.
// Benchmarks search [ROUNDS] overhead: what a study itself takes of each trial, against python3-optuna.
// Benchmarks workers [ROUNDS] [--kiln PROGRAM]: a search in two worker processes against one in one process.
// Benchmarks replay-table FILE: trains what "search replay" looks up, 648 networks with three seeds each; 20 minutes of one core.
// Benchmarks runs [RUNS] [ADDRESS]: the run store with that many runs (10,000) of 100 epochs, in a file or in a PostgreSQL database.
// Benchmarks alone WORKLOAD SECONDS THREADS: only Kiln, for a profiler.
if (args is ["live", .. var howOften])
    return await LiveViewCost.Run(howOften is [var times] ? int.Parse(times, CultureInfo.InvariantCulture) : 3);

if (args is ["runs", .. var store])
    return RunsBenchmark.Run(store.Length > 0 ? int.Parse(store[0], CultureInfo.InvariantCulture) : 10_000, store.ElementAtOrDefault(1));

if (args is ["stream", .. var data])
    return await StreamBenchmark.Run(data.Length > 0 && int.TryParse(data[0], NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes) ? megabytes : 1100, data);

if (args is ["fit", .. var which])
    return await FitBenchmark.Run(which.Length > 0 && int.TryParse(which[0], NumberStyles.None, CultureInfo.InvariantCulture, out var fits) ? fits : 5, which);

if (args is ["search", .. var searches])
    return SearchBenchmark.Run(searches.Length > 0 && int.TryParse(searches[0], NumberStyles.None, CultureInfo.InvariantCulture, out var repetitions) ? repetitions : 50, searches);

if (args is ["workers", .. var crews])
{
    var own = Array.IndexOf(crews, "--kiln");
    var program = own >= 0 ? crews[own + 1] : Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "kiln", "kiln");
    return WorkerBenchmark.Run(Path.GetFullPath(program), crews.Length > 0 && int.TryParse(crews[0], NumberStyles.None, CultureInfo.InvariantCulture, out var turns) ? turns : 3);
}

if (args is ["replay-table", var table])
    return await ReplayGenerator.Run(table);

if (args is ["kernel", .. var parts])
{
    var own = Array.IndexOf(parts, "--kiln");
    var program = own >= 0 ? parts[own + 1] : Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "kiln", "kiln");
    var starts = parts.Length > 0 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 9;
    return KernelBenchmark.Run(Path.GetFullPath(program), starts, [.. parts.Where(part => char.IsAsciiLetterLower(part[0]) && part != program)]);
}

if (args is ["alone", var name, var seconds, var alone])
{
    TorchSharp.torch.set_num_threads(int.Parse(alone, CultureInfo.InvariantCulture));
    var workload = Workload.All.First(candidate => candidate.Name == name);
    var clock = System.Diagnostics.Stopwatch.StartNew();
    var best = double.MaxValue;
    while (clock.Elapsed.TotalSeconds < double.Parse(seconds, CultureInfo.InvariantCulture)) best = Math.Min(best, workload.Measure().SecondsPerStep);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {best * 1e6:F1} µs a step at best"));
    return 0;
}

int rounds = args.Length > 0 && int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : 15;
var chosen = Workload.All.Where(workload => args.Length < 2 || args.Contains(workload.Name)).ToList();
using var python = new PythonPeer();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Steps or calls per second, medians of {rounds} rounds in turns with PyTorch {python.Version}; the ratio is to the better of Python's forms, best is that of the quickest rounds."));
Console.WriteLine(Comparison.Heading);
bool holds = true;
foreach (int threads in new[] { 1, 2 })
{
    var comparisons = chosen.ConvertAll(workload => new Comparison(workload, threads));
    for (int round = -2; round < rounds; round++)
        foreach (var comparison in comparisons) comparison.Run(python, count: round >= 0);
    foreach (var comparison in comparisons)
    {
        Console.WriteLine(comparison.Row);
        holds &= comparison.Holds;
        if (comparison.Difference > 1e-3) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  the results differ by {comparison.Difference:E1}: the two sides do not do the same work"));
    }
}
return holds ? 0 : 1;
