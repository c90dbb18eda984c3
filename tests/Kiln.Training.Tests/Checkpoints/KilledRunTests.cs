using System.Diagnostics;
using System.Globalization;
using static Kiln.Training.Tests.Fit.TestRuns;

namespace Kiln.Training.Tests.Checkpoints;

/// <summary>A process that trains is killed at some moment, also while it writes a checkpoint; what it left is continued to the same end.</summary>
public sealed class KilledRunTests
{
    private const string FolderVariable = "KILN_TEST_KILLED_RUN";
    private const string MomentVariable = "KILN_TEST_KILLED_AFTER";

    [Fact]
    public Task A_killed_run_is_continued_to_the_same_bits_from_3_moments() => Killed(3);

    [Fact]
    public Task A_killed_run_is_continued_to_the_same_bits_from_30_moments()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("KILN_SLOW_TESTS") == "1", "KILN_SLOW_TESTS=1 runs it");
        return Killed(30);
    }

    /// <summary>The process that is killed: this test, started by the others.</summary>
    [Fact(Explicit = true)]
    public async Task Trains_until_it_is_killed()
    {
        string? folder = Environment.GetEnvironmentVariable(FolderVariable);
        Assert.SkipUnless(folder is not null, "the tests beside it start it");
        var moment = TimeSpan.FromMicroseconds(double.Parse(Environment.GetEnvironmentVariable(MomentVariable)!, CultureInfo.InvariantCulture));
        using DataSet data = Clouds();
        var killer = new Thread(() => KillAfter(moment)) { IsBackground = true };
        await Run(TrainingIn(folder, data), onEvent: next =>
        {
            if (next is EpochEnded { Epoch: 1 }) killer.Start();
        });
    }

    private static async Task Killed(int moments)
    {
        using DataSet data = Clouds();
        (TrainingResult whole, _) = await Run(TrainingIn(null, data));
        Dictionary<string, byte[]> expected = Bits(whole.Module!);
        var random = new Random(11);
        var found = new List<int>();
        for (int i = 0; i < moments; i++)
        {
            using var folder = new TemporaryFolder();
            // From the first checkpoint on, spread over the epochs, most of whose time goes into writing the next one.
            await StartAndBeKilled(folder.Path, random.NextDouble() * 100_000);
            (TrainingResult resumed, List<TrainingEvent> events) = await Run(TrainingIn(folder.Path, data) with { Resume = true });
            Assert.Equal((TrainingOutcome.Finished, null), (resumed.Outcome, resumed.Reason));
            Assert.Empty(events.OfType<TrainingWarning>());
            found.Add(events.OfType<RunStarted>().Single().Plan.FirstEpoch);
            Assert.Equal(expected, Bits(resumed.Module!));
            Assert.Equal((whole.BestEpoch, whole.KeptEpoch), (resumed.BestEpoch, resumed.KeptEpoch));
        }
        TestContext.Current.SendDiagnosticMessage($"continued at epochs {string.Join(", ", found)}");
    }

    private static TrainingJob TrainingIn(string? folder, DataSet data) =>
        Job(data, options: new TrainOptions { Epochs = 30, Batch = 64, Lr = 0.01, Optimizer = "nadam", Schedule = "onecycle", Ema = 0.9, Clip = 1 }) with
        {
            CheckpointFolder = folder,
            Hyperparameters = new Dictionary<string, string> { ["hidden"] = "64" },
        };

    private static async Task StartAndBeKilled(string folder, double microseconds)
    {
        string program = Path.Combine(AppContext.BaseDirectory, typeof(KilledRunTests).Assembly.GetName().Name!);
        var start = new ProcessStartInfo(program, ["-explicit", "only", "-method", $"{typeof(KilledRunTests).FullName}.{nameof(Trains_until_it_is_killed)}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[FolderVariable] = folder;
        start.Environment[MomentVariable] = microseconds.ToString(CultureInfo.InvariantCulture);
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(File.Exists(Path.Combine(folder, "last", "state.json")), output);
    }

    // By the clock and not by a wait: a timer's coarse ticks would always hit the same places.
    private static void KillAfter(TimeSpan moment)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < moment)
        {
        }
        Process.GetCurrentProcess().Kill();
    }
}
