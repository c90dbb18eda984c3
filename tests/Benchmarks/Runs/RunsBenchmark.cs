using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Kiln.Runs;

namespace Benchmarks;

/// <summary>The run store with many runs of 100 epochs: what one waits for, as medians, against what is wanted.</summary>
internal static class RunsBenchmark
{
    private const int Epochs = 100;
    private const int Rounds = 21;

    public static int Run(int runs, string? database)
    {
        var folder = Directory.CreateTempSubdirectory("kiln-benchmark-");
        try
        {
            var clock = Stopwatch.StartNew();
            using (var store = RunStore.Open(folder.FullName, database: database))
                Fill(store, runs);
            Console.WriteLine(Invariant($"{runs} runs of {Epochs} epochs in {database?.Split('@')[^1] ?? "a file"}, written in {clock.Elapsed.TotalSeconds:F0} s; ms, medians of {Rounds}; fsync of 4 kB beside it: {Fsync(folder.FullName):F2} ms."));
            Console.WriteLine($"{"",-52}{"first",9}{"median",9}{"wanted",9}");
            return Measure(folder.FullName, database) ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool Measure(string folder, string? database)
    {
        var holds = Row("open the store", 50, () => RunStore.Open(folder, database: database).Dispose());
        using var store = RunStore.Open(folder, database: database);
        const string where = "lr<0.01 and tag=x or model=net3 and val_accuracy>=.9";
        holds &= Row("list 20 with filter and sort by a metric", 100, () => store.List(new RunFilter { Where = where, Sort = "-val_accuracy", Limit = 20 }));
        holds &= Row("list 20 of all, sorted by a metric", 100, () => store.List(new RunFilter { Sort = "-val_accuracy", Limit = 20 }));
        holds &= Row("list 20 of all, sorted by an option", 100, () => store.List(new RunFilter { Sort = "lr", Limit = 20 }));
        holds &= Row($"list {store.Count(new RunFilter { Where = where })} with filter and sort, no limit", 100, () => store.List(new RunFilter { Where = where, Sort = "-val_accuracy" }));
        Row("list all, every column read", null, () => store.List());
        holds &= Row("count with filter", 100, () => store.Count(new RunFilter { Where = where }));
        holds &= Row("group all by model: mean, deviation, n", 300, () => store.Group("model", "val_accuracy"));
        holds &= Row("group all by model and lr", 300, () => store.Group("model,lr", "val_accuracy"));
        var id = store.Create(new RunRecord { Id = store.NewId(), Name = "appended" }).Id;
        var epoch = 0;
        holds &= Row("append an epoch, safe against SIGKILL", 2, () => store.AppendEpoch(id, Epoch(++epoch, new Random(epoch))));
        holds &= Row("append an epoch with 100 steps", 2, () => store.AppendEpochs(id, [Epoch(++epoch, new Random(epoch))], Steps(epoch)));
        Row("read the steps of a run", null, () => store.Steps(id));
        Row("end of a run, on the disk itself", null, () => store.Finish(id, RunStatus.Finished));
        return holds;
    }

    private static bool Row(string name, double? wanted, Action work)
    {
        var times = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            work();
            times.Add(clock.Elapsed.TotalMilliseconds);
        }
        var first = times[0];
        times.RemoveAt(0);
        times.Sort();
        var median = times[times.Count / 2];
        Console.WriteLine(Invariant($"{name,-52}{first,9:F2}{median,9:F2}{(wanted is { } bound ? bound.ToString(CultureInfo.InvariantCulture) : "-"),9}"));
        return wanted is null || median <= wanted;
    }

    private static void Fill(RunStore store, int runs)
    {
        var random = new Random(1);
        for (var i = 0; i < runs; i++)
        {
            var lr = Math.Round(Math.Pow(10, -4 + (i % 7) * 0.5), 6);
            var run = store.Create(new RunRecord
            {
                Id = store.NewId(),
                Name = Invariant($"run {i}"),
                ModelName = Invariant($"net{i % 20}"),
                ModelSource = Invariant($"Flatten(), Linear({i % 20}), ReLU(), Linear(classes)"),
                DataName = "digits",
                Seed = i / 20,
                OptionsJson = Invariant($$"""{"Epochs":100,"Batch":64,"Lr":{{lr}},"Optimizer":"adam","Momentum":0,"WeightDecay":0.01,"Schedule":"none","Keep":"best","Seed":{{i / 20}}}"""),
                Parameters = ImmutableSortedDictionary<string, string>.Empty.Add("hidden", Invariant($"{32 << (i % 4)}")),
                Tags = i % 3 == 0 ? ["x"] : [],
                // Not by Finish, which waits for the disk.
                Status = RunStatus.Finished,
            });
            store.AppendEpochs(run.Id, [.. Enumerable.Range(1, Epochs).Select(epoch => Epoch(epoch, random))]);
        }
    }

    private static EpochRecord Epoch(int number, Random random)
    {
        var metrics = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (var name in new[] { "train_loss", "train_accuracy", "val_loss", "val_accuracy", "lr" }) metrics[name] = random.NextDouble();
        return new EpochRecord(number, TimeSpan.FromSeconds(number), metrics.ToImmutable(), IsBest: number % 10 == 0);
    }

    private static StepCurve Steps(int epoch) =>
        new(["loss", "lr"], [.. Enumerable.Range(100 * epoch, 100).Select(step => new StepPoint(epoch, step, 1, [1.0 / step, 0.001]))]);

    private static double Fsync(string folder)
    {
        var times = new List<double>();
        using var file = File.Create(Path.Combine(folder, "fsync"), 1);
        for (var i = 0; i < Rounds; i++)
        {
            var clock = Stopwatch.StartNew();
            file.Write(new byte[4096]);
            file.Flush(flushToDisk: true);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        return times[Rounds / 2];
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
