using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Kiln.Kernel;

/// <summary><c>kiln worker</c>: takes part in a search, as one process among others.</summary>
internal sealed class WorkerCommand
{
    private readonly Option<string> _study = new("--study") { Description = "The study: its id, or its name (the newest of that name).", HelpName = "NAME", Required = true };
    private readonly Option<string?> _store = new("--store")
    {
        Description = "The notebook's run store: its folder (.kiln, or KILN_HOME), or the address of its PostgreSQL database. An address with a password belongs into KILN_STORE.",
        HelpName = "FOLDER",
    };
    private readonly Option<int?> _threads = new("--threads") { Description = "Threads of this worker; all that the machine has, or OMP_NUM_THREADS, where it is left out.", HelpName = "N" };
    private readonly Option<int?> _maxTrials = new("--max-trials") { Description = "End after so many trials.", HelpName = "N" };
    private readonly Option<long?> _memory = new("--memory")
    {
        Description = "Memory beyond which a trial fails, such as 2GB; no limit where it is left out.",
        HelpName = "BYTES",
        CustomParser = Bytes,
    };
    private readonly Option<bool> _managed = new("--managed") { Hidden = true };

    public static Command Create()
    {
        var worker = new WorkerCommand();
        var command = new ToolCommand(
            "worker",
            "Takes part in a search: pulls trials from the run store, trains them, and ends when there is none left. Start it in the notebook's folder, "
            + "as many and on as many machines as you like, after #!search --parallel has begun the study. Ends with 75 after a trial that hung or ran out of memory: start it again.",
            "kiln worker --study lenet-random",
            "KILN_STORE=postgresql://me:secret@db/kiln kiln worker --study 0h3k9x2a --threads 4")
        {
            worker._study, worker._store, worker._threads, worker._maxTrials, worker._memory, worker._managed,
        };
        command.SetAction((line, _) => worker.RunAsync(line));
        return command;
    }

    /// <summary>What a notebook of this program starts for <c>#!search --parallel</c>.</summary>
    public static WorkerProgram ThisProgram()
    {
        var command = KernelSpec.OwnCommand();
        return new WorkerProgram(command[0], [.. command.Skip(1), "worker"]);
    }

    private async Task<int> RunAsync(ParseResult line)
    {
        using var process = WorkerHost.Start(new WorkerRequest(line.GetRequiredValue(_study))
        {
            Store = line.GetValue(_store),
            Threads = Positive(line.GetValue(_threads), "--threads"),
            MaxTrials = Positive(line.GetValue(_maxTrials), "--max-trials"),
            Memory = line.GetValue(_memory),
            IsManaged = line.GetValue(_managed),
        });
        return await process.RunAsync();
    }

    private static int? Positive(int? number, string option) =>
        number is < 1 ? throw new ToolException($"{option}: expected a number from 1, got {number.Value.ToString(CultureInfo.InvariantCulture)}.") : number;

    private static long? Bytes(ArgumentResult result)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (ByteCount.Parse(text) is { } bytes) return bytes;
        result.AddError($"--memory: expected a size such as 2GB or 500MB, got '{text}'.");
        return null;
    }
}
