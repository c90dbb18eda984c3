using System.Globalization;
using System.Runtime.InteropServices;
using Kiln.Runs;

namespace Kiln.Kernel;

/// <summary>The process of one worker: its streams and signals, the recipe's cells, then the trials.</summary>
internal sealed partial class WorkerHost : IDisposable
{
    // What sendmail's EX_TEMPFAIL says: try again. https://man7.org/linux/man-pages/man3/sysexits.h.3head.html
    private const int TryAgain = 75;
    private const int Failed = 1;
    private const int Interrupted = 130;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    private readonly WorkerRequest _request;
    private readonly TextWriter _printed;
    private readonly WorkerOutput _output;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<IDisposable> _watches = [];
    private readonly TaskCompletionSource<string> _greeting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _hasTrials;

    private WorkerHost(WorkerRequest request, TextWriter output, TextWriter printed)
    {
        (_request, _printed) = (request, printed);
        _output = new WorkerOutput(output, request.IsManaged);
    }

    /// <summary>Takes the process over: its streams are put aside, because what cells print is captured from now on.</summary>
    public static WorkerHost Start(WorkerRequest request)
    {
        StrayExceptions.Install();
        MemoryCeiling.GoFirst();
        var host = new WorkerHost(request, FileDescriptorCapture.KeepOutputStream(), FileDescriptorCapture.KeepErrorStream());
        host.Watch();
        return host;
    }

    /// <summary>Works to the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync()
    {
        if (_request.Threads is { } threads) Environment.SetEnvironmentVariable("OMP_NUM_THREADS", threads.ToString(CultureInfo.InvariantCulture));
        // It takes as long as the rest of the beginning; what fails here fails again where it is told.
        _ = Task.Run(static () => TorchSharp.torch.__version__);
        try
        {
            var end = await WorkAsync();
            // Its thread is in the middle of something, and what runs at the end of a process would take libtorch apart under it.
            if (end == WorkerEnd.Spent) Leave(TryAgain);
            return end == WorkerEnd.Stopped && !_request.IsManaged ? Interrupted : 0;
        }
        catch (Exception problem) when (problem is ToolException or LabException or RunStoreException)
        {
            _output.Refuse(_request.IsManaged ? problem.Message : $"kiln worker: {problem.Message}");
            return Failed;
        }
    }

    public void Dispose()
    {
        _watches.ForEach(watch => watch.Dispose());
        _stop.Dispose();
    }

    private async Task<WorkerEnd> WorkAsync()
    {
        var workspace = LabWorkspace.Current = WorkerStore.Open(_request.Store);
        var (study, recipe) = StudyRecipe.Read(workspace.Store, _request.Study);
        await new RecipeCells(_printed, _request.IsManaged ? _greeting.Task : null, () => Leave(Failed)).RunAsync(recipe.Cells);
        // Whatever the cells show, a trial shows nothing.
        workspace.Display = SilentDisplay.Instance;
        if (_request.Memory is { } bytes) MemoryCeiling.Set(bytes);
        _hasTrials = true;
        var settings = new WorkerSettings { Output = _output, MaxTrials = _request.MaxTrials ?? int.MaxValue };
        return await Lab.Work(study, recipe, settings, _stop.Token);
    }

    private void Watch()
    {
        _watches.Add(TimeProvider.System.CreateTimer(_ => _output.Alive(), null, TimeSpan.Zero, Beat));
        // Jupyter's interrupt goes to the whole group of processes; a managed worker is told by the one that started it.
        _watches.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = _request.IsManaged || !_stop.IsCancellationRequested;
            if (!_request.IsManaged) Stop();
        }));
        _watches.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            Stop();
        }));
        if (_request.IsManaged) new Thread(WaitForStarter) { IsBackground = true, Name = "starter" }.Start();
    }

    /// <summary>Takes the line that comes first, and stops when standard input closes: the process that started this one says so, or has gone.</summary>
    private void WaitForStarter()
    {
        using var input = new StreamReader(Console.OpenStandardInput());
        _greeting.SetResult(input.ReadLine() ?? "");
        while (input.Read() >= 0)
        {
        }
        Stop();
    }

    private void Stop()
    {
        // Nothing is under way yet, and cells that load data would be waited for in vain.
        if (!_hasTrials) Leave(Interrupted);
        if (!_stop.IsCancellationRequested) _stop.Cancel();
    }

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void Leave(int exitCode);
}
