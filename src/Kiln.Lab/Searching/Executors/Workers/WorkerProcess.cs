using System.Diagnostics;

namespace Kiln;

/// <summary>A worker process on this machine, as the one that started it sees it. Its state changes on the flow that takes its news.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private const int LastWordsKept = 5;

    // How many milliseconds nothing new must have run before the runtime compiles once more what runs often. By default a tenth of a
    // second: a worker, which begins with much that runs once, would spend an eighth of its first trials' time on that. In hexadecimal:
    // https://github.com/dotnet/runtime/blob/main/src/coreclr/inc/clrconfignames.h
    private const string CompilerDelay = "DOTNET_TC_CallCountingDelayMs";
    private const string CompilerDelayText = "1000";

    private readonly Process _process;
    private readonly Queue<string> _lastWords = [];
    private readonly Task _greeted;

    private WorkerProcess(Process process, string greeting) => (_process, _greeted) = (process, Greet(process, greeting));

    /// <summary>Number of the process.</summary>
    public int Id { get; private init; }

    /// <summary>Whether it has model and data.</summary>
    public bool IsReady { get; set; }

    /// <summary>The trial that it trains; null between trials.</summary>
    public WorkerMessage? UnderWay { get; set; }

    /// <summary>When it was heard of last.</summary>
    public long HeardAt { get; set; }

    /// <summary>Why it cannot take part, in its own words; null where it can.</summary>
    public string? Refusal { get; set; }

    /// <summary>Why it was ended from here; null where it was not.</summary>
    public string? EndedFor { get; set; }

    /// <summary>Its exit code, once it has ended: 128 and the signal's number where a signal ended it.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>The last lines of its error stream.</summary>
    public string LastWords
    {
        get
        {
            lock (_lastWords) return string.Join(" ", _lastWords).Trim();
        }
    }

    /// <summary>Starts one.</summary>
    /// <param name="program">The program with all arguments.</param>
    /// <param name="threads">Threads of its libtorch.</param>
    /// <param name="tell">Takes its messages, and null once it has ended; called on other threads, one call at a time.</param>
    /// <exception cref="LabException">The program cannot be started.</exception>
    public static WorkerProcess Start(WorkerProgram program, int threads, Action<WorkerProcess, WorkerMessage?> tell)
    {
        var start = new ProcessStartInfo(program.Path, program.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Read by libgomp while it loads: the process cannot set it for itself in time.
        start.Environment["OMP_NUM_THREADS"] = threads.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment.TryAdd(CompilerDelay, CompilerDelayText);
        try
        {
            var process = Process.Start(start)!;
            var worker = new WorkerProcess(process, program.Greeting?.Invoke() ?? "") { Id = process.Id };
            _ = Task.Run(() => worker.Listen(tell));
            return worker;
        }
        catch (Exception problem) when (problem is System.ComponentModel.Win32Exception or IOException)
        {
            throw new LabException($"The worker program {program.Path} could not be started: {problem.Message.TrimEnd('.')}. Leave --parallel out to train in this process.", problem);
        }
    }

    /// <summary>Asks it to put its trial aside and end. Where nobody asks, because this process is gone, the closed pipe does.</summary>
    public void Stop() => _greeted.ContinueWith(_ => Close(_process), TaskScheduler.Default);

    /// <summary>Ends it at once.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (Exception problem) when (problem is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended by itself.
        }
    }

    public void Dispose() => _process.Dispose();

    private static async Task Greet(Process process, string line)
    {
        try
        {
            await process.StandardInput.WriteLineAsync(line);
            await process.StandardInput.FlushAsync();
        }
        catch (Exception problem) when (problem is IOException or InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private static void Close(Process process)
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (Exception problem) when (problem is IOException or InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private async Task Listen(Action<WorkerProcess, WorkerMessage?> tell)
    {
        var errors = Task.Run(Overhear);
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
            if (WorkerMessage.Read(line) is { } message) tell(this, message);
        // A child of the worker's may hold its streams open; the worker itself is what counts.
        await _process.WaitForExitAsync();
        await Task.WhenAny(errors, Task.Delay(TimeSpan.FromMilliseconds(200)));
        tell(this, null);
    }

    private async Task Overhear()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
            lock (_lastWords)
            {
                if (line.Trim().Length == 0) continue;
                _lastWords.Enqueue(line.Trim());
                if (_lastWords.Count > LastWordsKept) _lastWords.Dequeue();
            }
    }
}
