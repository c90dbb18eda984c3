namespace Kiln.Notebooks;

/// <summary>The options of <c>#!search</c> that say where trials are trained.</summary>
internal static class WorkerKnobs
{
    /// <exception cref="MagicException">A number or size is out of range, or is given for workers that there are not.</exception>
    public static WorkerOptions Of(SearchMagicOptions options)
    {
        if (options.Parallel < 0) throw new MagicException($"#!search --parallel: expected a number of worker processes from 1, got {Numbers.Count(options.Parallel)}.");
        if (options.Parallel == 0 && (options.Memory is not null || options.Threads != 0))
            throw new MagicException("#!search: --memory and --threads are about worker processes. Add --parallel N to train in them.");
        if (options.Parallel == 0 && options.Executor == WorkerOptions.SlurmName)
            throw new MagicException("#!search --executor slurm: say how many workers the job is to have, for example --parallel 8.");
        if (options.Slurm is not null && options.Executor != WorkerOptions.SlurmName)
            throw new MagicException("#!search --slurm: these are options of sbatch. Add --executor slurm.");
        if (options.Threads < 0) throw new MagicException("#!search --threads: expected a number from 1.");
        if (options.Stall is not (> 0 and < 1e6)) throw new MagicException("#!search --stall: expected seconds above 0, such as 60.");
        return new WorkerOptions
        {
            Parallel = options.Parallel,
            Executor = options.Executor,
            Threads = options.Threads,
            Memory = MemoryOf(options.Memory),
            Stall = TimeSpan.FromSeconds(options.Stall),
            Slurm = options.Slurm ?? "",
        };
    }

    private static long? MemoryOf(string? text) => text is null
        ? null
        : ByteCount.Parse(text) ?? throw new MagicException($"#!search --memory: expected a size such as 2GB or 500MB, got \"{text}\".");
}
