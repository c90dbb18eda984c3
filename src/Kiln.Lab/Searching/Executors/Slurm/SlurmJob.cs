using System.Globalization;

namespace Kiln;

/// <summary>The array job of a search: its options and its script, a worker for each task.</summary>
internal static class SlurmJob
{
    /// <summary>Arguments of <c>sbatch</c>; the user's own come last and win.</summary>
    public static IReadOnlyList<string> Arguments(StudySession session, string logs)
    {
        var options = session.Plan.Options.Workers;
        List<string> arguments =
        [
            $"--job-name=kiln-{session.Study.Definition.Name}",
            string.Create(CultureInfo.InvariantCulture, $"--array=0-{options.Parallel - 1}"),
            $"--output={Path.Combine(logs, "worker-%a.log")}",
            "--open-mode=append",
        ];
        if (options.Threads > 0) arguments.Add(string.Create(CultureInfo.InvariantCulture, $"--cpus-per-task={options.Threads}"));
        arguments.AddRange(options.Slurm.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return arguments;
    }

    /// <summary>The script. The address of a store with a password goes with the job's environment, not with its text.</summary>
    public static string Script(StudySession session, WorkerProgram program)
    {
        var memory = session.Plan.Options.Workers.Memory is { } bytes ? string.Create(CultureInfo.InvariantCulture, $" --memory {bytes}") : "";
        var worker = string.Join(' ', program.Arguments.Prepend(program.Path).Append("--study").Append(session.Study.Id).Append("--store").Append(session.Workspace.Folder).Select(Quoted));
        var lost = Quoted(Path.GetFullPath(LostWorkers.FolderOf(session.Workspace.Store, session.Study.Id)));
        // Slurm's SIGTERM is for the worker; the shell waits for it, again where the signal ends its wait. A worker that a trial took
        // with it (75: hung; above 128: crashed) has a successor.
        return $$"""
            #!/bin/sh
            trap : TERM
            export OMP_NUM_THREADS="${SLURM_CPUS_PER_TASK:-1}"
            host=$(uname -n)
            left=100
            while [ $left -gt 0 ]; do
                {{worker}}{{memory}} &
                worker=$!
                while :; do
                    wait $worker
                    code=$?
                    kill -0 $worker 2>/dev/null || break
                done
                case $code in 0|1|130|143) exit $code ;; esac
                [ $code -le 128 ] || : >{{lost}}/"${host%%.*}.$worker.$code"
                left=$((left - 1))
            done
            exit $code

            """;
    }

    // For sh: nothing within single quotes means anything.
    private static string Quoted(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
