using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>Runs the user's handlers of comm messages as cells run: with output, interrupt and a report of what went wrong.</summary>
/// <param name="frontEnd">Where output goes.</param>
/// <param name="interpreter">The session's code.</param>
/// <param name="history">Shows the cells' lines in reports.</param>
/// <param name="options">Clock and log.</param>
internal sealed class CommHandlers(FrontEnd frontEnd, Lazy<Interpreter> interpreter, History history, SessionOptions options)
{
    private volatile RunningCell? _running;

    /// <summary>Handles a message on the calling thread; never throws.</summary>
    public void Handle(Message message)
    {
        var context = ContextOf(message);
        var pump = new CellPump(context, options.Time);
        var running = _running = new RunningCell(context, pump);
        try
        {
            pump.Run(() => Invoke(message, context));
        }
        catch (Exception e)
        {
            Report(e, message, context);
        }
        finally
        {
            running.End();
            _running = null;
            context.Output.Flush();
        }
    }

    /// <summary>Stops the running handler, if there is one.</summary>
    public void Interrupt() => _running?.Interrupt();

    private Task<bool> Invoke(Message message, CellContext context)
    {
        context.EnterFlow();
        using var attached = NotebookSession.Attach(new CellHost(context, interpreter.Value.Chain, interpreter.Value.Program));
        // An async handler goes on after this message; its failure must find its way here and not end the process.
        SynchronizationContext.SetSynchronizationContext(new HandlerFlow(e => Report(e, message, context)));
        frontEnd.Comms.Handle(message);
        return Task.FromResult(true);
    }

    private void Report(Exception exception, Message message, CellContext context)
    {
        var failure = new FailureReport(history).Of(exception, context).ToJson();
        options.Log($"{message.Type} of comm '{message.Text("comm_id")}': {failure["ename"]}: {failure["evalue"]}");
        context.Output.Publish("error", failure);
    }

    private CellContext ContextOf(Message message) => new()
    {
        Output = new CellOutput(frontEnd.Sink, message.Header, options.Time),
        Input = frontEnd.Input,
        Comms = frontEnd.Comms,
        Header = message.Header,
        Identities = message.Identities,
        Name = "Comm",
    };

    /// <summary>Goes on with async handlers on the thread pool and reports what they throw.</summary>
    private sealed class HandlerFlow(Action<Exception> report) : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => ThreadPool.QueueUserWorkItem(_ => Run(d, state));

        public override SynchronizationContext CreateCopy() => this;

        private void Run(SendOrPostCallback callback, object? state)
        {
            SetSynchronizationContext(this);
            try
            {
                callback(state);
            }
            catch (Exception e)
            {
                report(e);
            }
        }
    }
}
