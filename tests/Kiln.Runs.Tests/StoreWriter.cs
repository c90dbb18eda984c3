using System.Collections.Immutable;
using System.Diagnostics;

namespace Kiln.Runs.Tests;

/// <summary>Another process at work on a store: the test program started once more.</summary>
internal static class StoreWriter
{
    public const string Argument = "--write-to-store";

    /// <summary>Writes runs, and reports on standard output what was committed.</summary>
    public static int Run(string folder, string what, string name, string? address = null)
    {
        try
        {
            using var store = RunStore.Open(folder, database: address);
            switch (what)
            {
                case "endless-epochs":
                    WriteEpochs(store, name, int.MaxValue);
                    break;
                case "six-runs":
                    for (var i = 0; i < 6; i++)
                        WriteEpochs(store, $"{name}-{i}", 3);
                    break;
                case "two-hundred-runs":
                    for (var i = 0; i < 200; i++)
                        WriteEpochs(store, $"{name}-{i}", 3);
                    break;
                case "fifty-runs":
                    for (var i = 0; i < 50; i++)
                        WriteEpochs(store, $"{name}-{i}", 3);
                    break;
            }
            return 0;
        }
        catch (RunStoreException error)
        {
            Console.WriteLine(error.Message);
            return 1;
        }
    }

    /// <summary>Starts the process; what it writes is read from its standard output.</summary>
    public static Process Start(string folder, string what, string name, string[]? wrapper = null, string? address = null)
    {
        string[] command = [.. wrapper ?? [], Environment.ProcessPath!, Argument, folder, what, name, .. address is null ? Array.Empty<string>() : [address]];
        return Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })!;
    }

    private static void WriteEpochs(RunStore store, string name, int count)
    {
        var id = store.NewId();
        store.Create(new RunRecord { Id = id, Name = name });
        Console.WriteLine(id);
        for (var epoch = 1; epoch <= count; epoch++)
        {
            var metrics = ImmutableSortedDictionary<string, double>.Empty.Add("val_loss", 1.0 / epoch).Add("lr", 0.001);
            store.AppendEpochs(id, [new EpochRecord(epoch, TimeSpan.FromSeconds(epoch), metrics)], new StepCurve(["loss"], [new StepPoint(epoch, epoch - 1, 1, [1.0 / epoch])]));
            Console.WriteLine(epoch);
        }
        store.Finish(id, RunStatus.Finished);
    }
}
