using System.ComponentModel;
using System.Diagnostics;

namespace Kiln;

/// <summary>Slurm's own programs: <c>sbatch</c>, <c>squeue</c>, <c>scancel</c>.</summary>
internal static class SlurmCommands
{
    /// <summary>Submits a job.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="LabException">There is no Slurm here, or it does not take the job.</exception>
    public static async Task<string> Submit(IReadOnlyList<string> arguments, string script)
    {
        var (code, output, error) = await Run("sbatch", ["--parsable", .. arguments], script);
        if (code != 0) throw new LabException($"Slurm did not take the job: {error.Trim()}. Options for sbatch are given with --slurm \"--partition=NAME …\".");
        // With several clusters the line is number;cluster.
        return output.Trim().Split(';')[0];
    }

    /// <summary>Whether any task of a job waits or runs. One that Slurm has forgotten has ended.</summary>
    public static async Task<bool> IsThere(string job)
    {
        var (code, output, error) = await Run("squeue", ["--noheader", "--jobs", job, "--format", "%T"], "");
        // A controller that does not answer is not the end of the job.
        return code == 0 ? output.Trim().Length > 0 : !error.Contains("Invalid job id", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Ends a job: its workers get SIGTERM, and put their trials aside.</summary>
    public static Task Cancel(string job) => Run("scancel", [job], "");

    private static async Task<(int Code, string Output, string Error)> Run(string program, IReadOnlyList<string> arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var texts = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            return (process.ExitCode, (await texts)[0], (await texts)[1]);
        }
        catch (Exception problem) when (problem is Win32Exception or IOException)
        {
            throw new LabException($"--executor slurm: {program} could not be run ({problem.Message.TrimEnd('.')}). Start the notebook on a machine that Slurm takes jobs from, "
                + "or leave --executor out. For another scheduler start workers with its own commands: kiln worker -h", problem);
        }
    }
}
