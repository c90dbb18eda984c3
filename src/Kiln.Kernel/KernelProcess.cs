using System.Runtime.InteropServices;

namespace Kiln.Kernel;

/// <summary>The composition root of <c>kiln kernel</c>.</summary>
internal static class KernelProcess
{
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    /// <summary>Serves a front end until it shuts the kernel down.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string connectionFile)
    {
        var log = new KernelLog(FileDescriptorCapture.KeepErrorStream());
        try
        {
            var connection = ConnectionFile.Load(connectionFile);
            Serve(connection, log);
            return 0;
        }
        catch (Exception e) when (e is ConnectionFileException or IOException or DllNotFoundException)
        {
            log.Write(e.Message);
            return 1;
        }
    }

    private static void Serve(ConnectionFile connection, KernelLog log)
    {
        using var ended = new ManualResetEventSlim();
        var time = KernelClock.Instance;
        ConsoleCapture.Install();
        StrayExceptions.Install();
        var codec = new MessageCodec(connection.Key, Guid.NewGuid().ToString("N"), time);
        var outlet = new SessionOutlet();
        var session = new KernelSession(outlet, new SessionOptions
        {
            Time = time,
            Log = log.Write,
            Ports = connection.Ports,
            Descriptors = FileDescriptorCapture.Start(log.Write),
            ShutDown = ended.Set,
        });
        session.Rehearse();
        outlet.Sockets = new KernelSockets(connection, codec, session.Receive, log.Write);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            session.Interrupt();
        });
        // A server that loses patience asks in this way; what was sent leaves all the same.
        using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            ended.Set();
        });
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            if (ended.IsSet) return;
            session.ProcessEnds(ProcessEnd.Describe(Environment.ExitCode));
            outlet.Sockets.Stop(LastWords);
        };
        using var parent = ParentWatch.Start(time, log, ended.Set);
        session.Start();
        ended.Wait();
        outlet.Sockets.Stop(LastWords);
        // Foreground threads of a cell must not keep a kernel alive that was told to end.
        Environment.Exit(0);
    }

    /// <summary>Breaks the circle between a session, which sends, and sockets, which receive.</summary>
    private sealed class SessionOutlet : IMessageSink
    {
        public KernelSockets? Sockets { get; set; }

        public void Send(Channel channel, Message message) => Sockets?.Send(channel, message);
    }
}
