using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Kiln.Kernel.Tests;

/// <summary>The kernel as a process, without Jupyter.</summary>
internal sealed class KernelOnSockets : IDisposable
{
    private static readonly (Channel Channel, string Field)[] Fields =
    [
        (Channel.Shell, "shell_port"), (Channel.Control, "control_port"), (Channel.Stdin, "stdin_port"), (Channel.IOPub, "iopub_port"), (Channel.Heartbeat, "hb_port"),
    ];

    private readonly string _file = Path.GetTempFileName();
    private readonly ConcurrentQueue<string> _log = new();
    private readonly Process _process;
    private readonly ConnectionFile _connection;

    private KernelOnSockets(string key, string program)
    {
        var json = new JsonObject { ["key"] = key, ["ip"] = "127.0.0.1", ["transport"] = "tcp" };
        foreach (var ((_, field), port) in Fields.Zip(FreePorts(Fields.Length))) json[field] = port;
        File.WriteAllText(_file, json.ToJsonString());
        _connection = ConnectionFile.Load(_file);
        _process = Process.Start(new ProcessStartInfo(program, ["kernel", _file]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        _process.ErrorDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.OutputDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    /// <summary>What the process has written, for the message of a failed test.</summary>
    public string Log => string.Join('\n', _log.TakeLast(50));

    /// <summary>Memory of the process that lies in RAM.</summary>
    public long ResidentBytes
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
            return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
    }

    public static KernelOnSockets Start(string key, string program) => new(key, program);

    public string Endpoint(Channel channel) => _connection.Endpoint(channel);

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        File.Delete(_file);
    }

    // All at once, so that no two are the same.
    private static List<int> FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        foreach (var listener in listeners) listener.Start();
        var ports = listeners.ConvertAll(listener => ((IPEndPoint)listener.LocalEndpoint).Port);
        foreach (var listener in listeners) listener.Stop();
        return ports;
    }
}
