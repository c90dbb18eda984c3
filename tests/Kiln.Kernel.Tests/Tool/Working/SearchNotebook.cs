using System.Diagnostics;
using System.Globalization;
using Kiln.Runs;

namespace Kiln.Kernel.Tests;

/// <summary>A notebook that searches, in a folder of its own, run by the program as users have it.</summary>
internal sealed class SearchNotebook : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // What it does is the trial's only parameter, k.
    private const string Model = """
        #!shared
        using TorchSharp;
        using static TorchSharp.torch;
        sealed class Trouble : nn.Module<Tensor, Tensor>
        {
            [System.Runtime.InteropServices.DllImport("libc")] private static extern int kill(int process, int signal);
            private readonly long _kind;
            private readonly nn.Module<Tensor, Tensor> _inner = nn.Sequential(("flat", nn.Flatten()), ("fc", nn.Linear(64, 10)));
            public Trouble(long kind) : base("trouble") { _kind = kind; RegisterComponents(); }
            public override Tensor forward(Tensor x)
            {
                switch (_kind)
                {
                    case 1: throw new InvalidOperationException("broken on purpose");
                    case 2: return _inner.call(x) * double.NaN;
                    case 3: System.Threading.Thread.Sleep(-1); break;
                    case 4: kill(System.Environment.ProcessId, 9); break;
                    case 5: for (var held = new List<Tensor>(); ; ) held.Add(torch.empty(1 << 26).MoveToOuterDisposeScope());
                }
                return _inner.call(x);
            }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("kiln-search").FullName;

    /// <summary>The store of its runs.</summary>
    public string Store => Path.Combine(_folder, ".kiln");

    /// <summary>Variables of the program's environment.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>Address of the database that has its runs; null for the file in its store.</summary>
    public string? Database { get; init; }

    /// <summary>Its folder.</summary>
    public string Folder => _folder;

    /// <summary>Writes it: digits, a model whose trial k may be <paramref name="trouble"/>, and a search.</summary>
    /// <param name="trouble">An expression in k: 0 none, 1 throws, 2 NaN, 3 hangs, 4 is killed, 5 eats memory.</param>
    /// <param name="search">The line of the search.</param>
    public void Write(string trouble, string search) => WriteCells(
        Model,
        "#!data digits --limit 300",
        $"#!model net\nvar k = hp.Int(\"k\", 0, 1000, @default: 0);\nreturn new Trouble({trouble});",
        search);

    /// <summary>Writes cells.</summary>
    public void WriteCells(params string[] cells) =>
        File.WriteAllText(Path.Combine(_folder, "a.dib"), string.Concat(cells.Select(cell => $"#!csharp\n\n{cell}\n\n")));

    /// <summary>Runs it to its end.</summary>
    public async Task<(int Code, string Text)> RunAsync(int threads = 1)
    {
        using var process = Start(threads);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        return (process.ExitCode, await TextAsync());
    }

    /// <summary>What the program has printed.</summary>
    public Task<string> TextAsync() => File.ReadAllTextAsync(Path.Combine(_folder, "out.txt"));

    /// <summary>Starts it.</summary>
    public Process Start(int threads = 1) => Start(threads, "run", Path.Combine(_folder, "a.dib"));

    /// <summary>Starts the program in its folder; its output goes to <c>out.txt</c>.</summary>
    public Process Start(int threads, params string[] arguments)
    {
        var line = string.Join(' ', arguments.Select(argument => $"'{argument}'"));
        var start = new ProcessStartInfo("/usr/bin/env", ["--default-signal=INT", "/bin/sh", "-c", $"exec '{InstalledKernel.Published()}' {line} > '{_folder}/out.txt' 2>&1"]) { WorkingDirectory = _folder };
        start.Environment["OMP_NUM_THREADS"] = threads.ToString(CultureInfo.InvariantCulture);
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        start.Environment.Remove("KILN_HOME");
        start.Environment.Remove("KILN_STORE");
        if (Database is not null) start.Environment["KILN_STORE"] = Database;
        return Process.Start(start)!;
    }

    /// <summary>The trials as the store has them.</summary>
    public IReadOnlyList<RunRecord> Trials()
    {
        if (!Directory.Exists(Store)) return [];
        using var store = RunStore.Open(Store, database: Database);
        return store.List(new RunFilter { Kind = "trial", Sort = "trial" });
    }

    /// <summary>Epochs of all its trials.</summary>
    public int CountEpochs()
    {
        if (!Directory.Exists(Store)) return 0;
        using var store = RunStore.Open(Store, database: Database);
        return store.List(new RunFilter { Kind = "trial" }).Sum(run => store.Epochs(run.Id).Count);
    }

    /// <summary>Waits until its trials are as a test wants them.</summary>
    public async Task UntilAsync(Func<IReadOnlyList<RunRecord>, bool> isSo)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!isSo(Trials()))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, "It took too long.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>What trials chose and came to, one line each: equal for equal searches.</summary>
    public IReadOnlyList<string> Results() =>
        [.. Trials().Select(run => $"{run.Trial} {string.Join(' ', run.Parameters.Select(one => $"{one.Key}={one.Value}"))} {run.Status} {string.Join(' ', run.Metrics.Where(one => one.Key != "examples_per_second").Select(one => $"{one.Key}={one.Value:R}"))}")];

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
