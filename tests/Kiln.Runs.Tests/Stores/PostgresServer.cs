using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

[assembly: AssemblyFixture(typeof(Kiln.Runs.Tests.PostgresServer))]

namespace Kiln.Runs.Tests;

/// <summary>Debian's PostgreSQL with a data folder of its own on the loopback address, started by the first test that asks for it.</summary>
public sealed class PostgresServer : IDisposable
{
    private readonly Lock _gate = new();
    private TemporaryFolder? _folder;
    private Process? _server;
    private string? _address;
    private int _places;

    /// <summary>An empty place on the server; the test is skipped where no server is installed.</summary>
    internal IStorePlace NewPlace() => new PostgresPlace(NewSchema());

    /// <summary>The address of a new and empty schema.</summary>
    internal string NewSchema()
    {
        lock (_gate)
        {
            _address ??= Start();
            var schema = string.Create(CultureInfo.InvariantCulture, $"place_{++_places}");
            Execute($"CREATE SCHEMA {schema}");
            return $"{_address}?Search Path={schema}";
        }
    }

    /// <summary>Runs a statement as the server's owner, on a schema's address or beside all.</summary>
    internal void Execute(string sql, string? address = null)
    {
        var at = new Uri(_address!);
        using var connection = new NpgsqlConnection(
            $"Host={at.Host};Port={at.Port};Username=kiln;Database=postgres;Pooling=false;{(address is null ? "" : "Search Path=" + address.Split('=')[1])}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Stops the server; its data stay.</summary>
    internal void Stop()
    {
        if (_server is null) return;
        // The quick but orderly end: https://www.postgresql.org/docs/current/server-shutdown.html
        Run("/bin/kill", "-INT", _server.Id.ToString(CultureInfo.InvariantCulture));
        _server.WaitForExit();
        _server.Dispose();
        _server = null;
    }

    /// <summary>Starts the server again on the port it had.</summary>
    internal void StartAgain() => Launch(new Uri(_address!).Port);

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        _folder?.Dispose();
    }

    private string Start()
    {
        Assert.SkipUnless(File.Exists($"{Programs}/bin/postgres"), "No PostgreSQL here. Install it: apt-get install postgresql");
        _folder = new TemporaryFolder();
        Directory.CreateDirectory(Data);
        if (Environment.IsPrivilegedProcess)
            Run("/bin/chown", "-R", "postgres:postgres", _folder.Path);
        Run([.. AsServer, $"{Programs}/bin/initdb", "-D", Data, "-U", "kiln", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"]);
        var port = FreePort();
        Launch(port);
        return $"postgresql://kiln@127.0.0.1:{port}/postgres";
    }

    private void Launch(int port)
    {
        string[] command = [.. AsServer, $"{Programs}/bin/postgres", "-D", Data, "-p", $"{port}", "-c", "listen_addresses=127.0.0.1",
            "-c", $"unix_socket_directories={_folder!.Path}", "-c", "fsync=on"];
        _server = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, WorkingDirectory = "/" })!;
        // Read to its end: a full pipe would hold the server up.
        var ready = new ManualResetEventSlim();
        _server.ErrorDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("ready to accept connections", StringComparison.Ordinal) != false) ready.Set();
        };
        _server.BeginErrorReadLine();
        ready.Wait();
    }

    private string Data => Path.Combine(_folder!.Path, "data");

    private static string? Programs { get; } =
        Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Order().LastOrDefault() : null;

    // PostgreSQL refuses to run as root.
    private static string[] AsServer => Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Run(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, WorkingDirectory = "/" })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
    }
}
