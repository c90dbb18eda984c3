namespace Kiln;

/// <summary>Where the trials of a search are trained, and what one of them may take.</summary>
/// <remarks>Nothing here is part of a study's identity: a study goes on with other workers than it began with.</remarks>
public sealed record WorkerOptions
{
    /// <summary>The name of the executor that submits an array job.</summary>
    public const string SlurmName = "slurm";

    /// <summary>How many worker processes train trials at once; 0 (default) trains them in this process, one after another.</summary>
    public int Parallel { get; init; }

    /// <summary>What starts the workers: <c>process</c> (default), on this machine, or <c>slurm</c>, as one array job.</summary>
    public string Executor { get; init; } = "process";

    /// <summary>Threads of each worker; 0 (default) divides this machine's processors among them (under Slurm: what the job is given).</summary>
    public int Threads { get; init; }

    /// <summary>Memory of each worker in bytes, beyond which its trial fails; null (default) for no limit.</summary>
    public long? Memory { get; init; }

    /// <summary>A trial in which nothing happens for so long has failed, and its worker is replaced; default: 5 minutes.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Further arguments of <c>sbatch</c>, such as <c>--partition=gpu --time=4:00:00</c>; default: none.</summary>
    public string Slurm { get; init; } = "";
}
