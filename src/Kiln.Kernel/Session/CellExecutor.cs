using System.Text.Json.Nodes;
using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>Runs one cell after another on the calling thread and publishes what they show.</summary>
/// <param name="frontEnd">Where messages and questions go.</param>
/// <param name="interpreter">Made before the first cell.</param>
/// <param name="history">Takes the cells.</param>
/// <param name="descriptors">Captured output of native code; null where the process's descriptors are left alone.</param>
/// <param name="time">Clock of output batches and interrupts.</param>
internal sealed class CellExecutor(
    FrontEnd frontEnd, Lazy<Interpreter> interpreter, History history, FileDescriptorCapture? descriptors, TimeProvider time)
{
    private volatile RunningCell? _running;
    private volatile Message? _request;
    private int _count;

    /// <summary>The number of the newest cell.</summary>
    public int Count => _count;

    /// <summary>Runs an execute request, from its echo to its result or error.</summary>
    public CellOutcome Run(Message request)
    {
        var code = request.Text("code") ?? "";
        var silent = request.Flag("silent", false);
        if (!silent && request.Flag("store_history", true)) history.Add(++_count, code);
        var cell = NewCell(request, silent ? new SilentSink(frontEnd.Sink) : frontEnd.Sink);
        if (!silent) cell.Output.Publish("execute_input", new JsonObject { ["code"] = code, ["execution_count"] = _count });
        _request = request;
        descriptors?.Repair();
        var failure = Run(code, cell, silent);
        var expressions = failure is null ? UserExpressions(request, cell) : [];
        descriptors?.Drain();
        cell.Output.Flush();
        if (failure is not null && !silent) cell.Output.Publish("error", failure.ToJson());
        return new CellOutcome(_count, failure, expressions) { Pages = [.. cell.Pages] };
    }

    /// <summary>Publishes the end of the process as the failure of the running cell.</summary>
    /// <returns>The cell's request and its outcome; null where none runs.</returns>
    public (Message Request, CellOutcome Outcome)? Fail(string reason)
    {
        if (_running is null || _request is not { } request || CellContext.Current is not { } cell) return null;
        var failure = new CellFailure("KernelEnded", reason, [CellFailure.Headline("KernelEnded", reason)]);
        cell.Output.Publish("error", failure.ToJson());
        return (request, new CellOutcome(_count, failure, []));
    }

    /// <summary>Stops the running cell, if there is one; a second time, without waiting for it to end in order.</summary>
    public void Interrupt() => _running?.Interrupt();

    private CellContext NewCell(Message request, IMessageSink sink) => new()
    {
        Output = new CellOutput(sink, request.Header, time),
        Input = frontEnd.Input,
        Comms = frontEnd.Comms,
        Header = request.Header,
        Identities = request.Identities,
        AllowsInput = request.Flag("allow_stdin", false),
        Name = History.CellName(_count),
        IsLookedAt = frontEnd.IsLookedAt,
        Failures = new FailureReport(history),
    };

    private CellFailure? Run(string code, CellContext cell, bool silent)
    {
        cell.Enter();
        Checkpoint.Requested = false;
        try
        {
            var result = Interruptible(cell, () => RunAsync(code, cell, silent));
            if (cell.EndReason is { } reason) return FailureReport.Ended(reason);
            if (result is not null) PublishResult(result, cell);
            return null;
        }
        catch (Exception e)
        {
            return new FailureReport(history).Of(e, cell);
        }
        finally
        {
            ConsoleCapture.Restore();
        }
    }

    // The result is read while the cell still runs: a lazy sequence is the user's code, which may be slow and be interrupted.
    private async Task<MimeBundle?> RunAsync(string code, CellContext cell, bool silent)
    {
        var value = await interpreter.Value.Program.RunAsync(code, cell);
        return value.Exists && !silent ? ValueFormatters.Bundle(value.Value) : null;
    }

    private T Interruptible<T>(CellContext cell, Func<Task<T>> body)
    {
        var pump = new CellPump(cell, time);
        var running = _running = new RunningCell(cell, pump);
        cell.Stop = running.Interrupt;
        try
        {
            return pump.Run(body);
        }
        finally
        {
            running.End();
            cell.Stop = null;
            _running = null;
            SwallowLateInterrupt();
        }
    }

    private void PublishResult(MimeBundle bundle, CellContext cell)
    {
        history.AddResult(_count, bundle.Data.GetValueOrDefault(MimeBundle.Plain, ""));
        cell.Output.Publish("execute_result", new JsonObject
        {
            ["execution_count"] = _count,
            ["data"] = BundleJson.Of(bundle),
            ["metadata"] = new JsonObject(),
        });
    }

    private JsonObject UserExpressions(Message request, CellContext cell)
    {
        var answers = new JsonObject();
        foreach (var (name, expression) in request.Content["user_expressions"] as JsonObject ?? [])
            answers[name] = Evaluate(expression?.ToString() ?? "", cell);
        return answers;
    }

    private JsonObject Evaluate(string expression, CellContext cell)
    {
        try
        {
            var chain = interpreter.Value.Chain;
            var value = Interruptible(cell, () => chain.RunApart(chain.Compile(expression, cell.Name)));
            return new JsonObject { ["status"] = "ok", ["data"] = BundleJson.Of(ValueFormatters.Bundle(value)), ["metadata"] = new JsonObject() };
        }
        catch (Exception e)
        {
            var failure = new FailureReport(history).Of(e, cell).ToJson();
            failure["status"] = "error";
            return failure;
        }
    }

    // An interrupt of a wait that was over by then would strike the thread's next wait, in the kernel's own code.
    private static void SwallowLateInterrupt()
    {
        try
        {
            Thread.CurrentThread.Join(0);
        }
        catch (ThreadInterruptedException)
        {
        }
    }
}
