using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Kiln.Kernel.Tests;

/// <summary>Debian's Slurm with this machine as its only node: a configuration of its own, on the loopback address, as the current user.</summary>
internal sealed class SlurmCluster : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("kiln-slurm").FullName;
    private readonly List<Process> _daemons = [];

    private SlurmCluster()
    {
    }

    /// <summary>What its programs find it by: <c>SLURM_CONF</c>.</summary>
    public string Configuration => Path.Combine(_folder, "slurm.conf");

    /// <summary>Starts one; the test is skipped, with the reason, where that cannot be.</summary>
    public static async Task<SlurmCluster> StartAsync()
    {
        Assert.SkipUnless(File.Exists("/usr/sbin/slurmctld") && File.Exists("/usr/sbin/slurmd"), "No Slurm here. Install it: apt-get install slurm-wlm");
        var cluster = new SlurmCluster();
        try
        {
            await cluster.StartDaemonsAsync();
            return cluster;
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
    }

    /// <summary>Runs one of its programs.</summary>
    public async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (output + await errors).Trim();
    }

    public void Dispose()
    {
        foreach (var daemon in Enumerable.Reverse(_daemons))
        {
            daemon.Kill();
            daemon.WaitForExit();
            daemon.Dispose();
        }
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartDaemonsAsync()
    {
        foreach (var name in (string[])["state", "spool"]) Directory.CreateDirectory(Path.Combine(_folder, name));
        await File.WriteAllTextAsync(Configuration, ConfigurationText());
        foreach (var name in (string[])["slurmctld", "slurmd"])
        {
            var daemon = Start($"/usr/sbin/{name}", "-D");
            _ = daemon.StandardOutput.ReadToEndAsync();
            _ = daemon.StandardError.ReadToEndAsync();
            _daemons.Add(daemon);
        }
        var (state, start) = ("", TimeProvider.System.GetTimestamp());
        while (!(state = await RunAsync("sinfo", "--noheader", "--format=%T")).StartsWith("idle", StringComparison.Ordinal))
        {
            Assert.SkipWhen(TimeProvider.System.GetElapsedTime(start) > Patience, $"Slurm does not start on this machine: {state}");
            await Task.Delay(200);
        }
    }

    private string ConfigurationText()
    {
        var (host, user) = (Environment.MachineName.Split('.')[0], Environment.UserName);
        return string.Create(CultureInfo.InvariantCulture, $"""
            ClusterName=kiln
            SlurmctldHost={host}(127.0.0.1)
            SlurmctldPort={FreePort()}
            SlurmdPort={FreePort()}
            CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
            AuthType=auth/none
            CredType=cred/none
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            SlurmUser={user}
            SlurmdUser={user}
            StateSaveLocation={_folder}/state
            SlurmdSpoolDir={_folder}/spool
            SlurmctldPidFile={_folder}/slurmctld.pid
            SlurmdPidFile={_folder}/slurmd.pid
            SlurmctldLogFile={_folder}/slurmctld.log
            SlurmdLogFile={_folder}/slurmd.log
            SelectType=select/cons_tres
            SelectTypeParameters=CR_Core
            ReturnToService=2
            NodeName={host} NodeAddr=127.0.0.1 CPUs={Environment.ProcessorCount} RealMemory=1000 State=UNKNOWN
            PartitionName=p Nodes={host} Default=YES MaxTime=INFINITE State=UP OverSubscribe=FORCE:4

            """);
    }

    private Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SLURM_CONF"] = Configuration;
        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
