using System.CommandLine;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;

namespace Kiln.Kernel;

/// <summary><c>kiln run</c>: a notebook from top to bottom, without Jupyter.</summary>
internal sealed class RunCommand
{
    private readonly Argument<string> _notebook = new("NOTEBOOK") { Description = "The notebook: .ipynb, .dib, .csx or .cs." };
    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "Where to keep the executed notebook (.ipynb); it may be the notebook itself. Written after every cell.",
        HelpName = "FILE",
    };
    private readonly Option<KeyValuePair<string, string>[]> _parameters = new("--parameter", "-p")
    {
        Description = "Another value for a variable of the cell tagged 'parameters' (or that starts with '// parameters').",
        HelpName = "NAME=VALUE",
        CustomParser = Parameters,
    };
    private readonly Option<double?> _timeout = new("--timeout") { Description = "Stop a cell that takes longer.", HelpName = "SECONDS" };
    private readonly Option<bool> _allowErrors = new("--allow-errors") { Description = "Go on after a cell that fails." };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Show failures only." };

    public static Command Create()
    {
        var run = new RunCommand();
        var command = new ToolCommand(
            "run",
            "Runs a notebook from top to bottom, without Jupyter. Paths in it start at its folder. Ends with 0 if every cell succeeded, with 1 if not.",
            "kiln run report.ipynb --output done.ipynb",
            "kiln run train.dib -p epochs=5 -p name=\"first try\"",
            "kiln run script.csx > result.txt         # what cells print goes to standard output, all else to standard error")
        {
            run._notebook, run._output, run._parameters, run._timeout, run._allowErrors, run._quiet,
        };
        command.SetAction((line, _) => run.RunAsync(line));
        return command;
    }

    private async Task<int> RunAsync(ParseResult line)
    {
        var path = Path.GetFullPath(line.GetRequiredValue(_notebook));
        var document = NotebookFile.Read(path);
        RequireCSharp(document, path);
        ParameterCell.Inject(document, line.GetValue(_parameters) ?? []);
        var options = new RunOptions
        {
            Output = OutputPath(line.GetValue(_output)),
            AllowErrors = line.GetValue(_allowErrors),
            Timeout = Limit(line.GetValue(_timeout)),
        };
        using var terminal = RunTerminal.Open(line.InvocationConfiguration, line.GetValue(_quiet));
        Directory.SetCurrentDirectory(Path.GetDirectoryName(path)!);
        return await RunAsync(document, options, terminal);
    }

    private static async Task<int> RunAsync(NotebookDocument document, RunOptions options, RunTerminal terminal)
    {
        var run = new NotebookRun(document, options, terminal.View, terminal.Session) { Input = terminal.ReadLine };
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, run));
        using var end = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, run));
        // A cell may end the process itself; what ran is kept all the same.
        EventHandler keep = (_, _) => run.Save();
        AppDomain.CurrentDomain.ProcessExit += keep;
        try
        {
            return terminal.Say(await run.RunAsync(), options);
        }
        catch (NotebookFileException e)
        {
            terminal.Say(e.Message);
            return 1;
        }
        finally
        {
            AppDomain.CurrentDomain.ProcessExit -= keep;
        }
    }

    private static void Stop(PosixSignalContext signal, NotebookRun run)
    {
        signal.Cancel = true;
        run.Interrupt();
    }

    private static void RequireCSharp(NotebookDocument document, string path)
    {
        var language = CellLanguages.OfNotebook(document.Metadata);
        if (language != CellLanguages.CSharp)
            throw new ToolException($"{path} is a notebook in {language}; Kiln runs C#. Run it with its own kernel: jupyter nbconvert --execute --to notebook FILE.");
    }

    private static string? OutputPath(string? output)
    {
        if (output is null) return null;
        if (NotebookFile.Extension(output) != ".ipynb") throw new ToolException($"--output: expected a file that ends in .ipynb, which has a place for outputs, got {output}.");
        return Path.GetFullPath(output);
    }

    private static TimeSpan? Limit(double? seconds) => seconds switch
    {
        null => null,
        > 0 and < int.MaxValue / 1000 => TimeSpan.FromSeconds(seconds.Value),
        _ => throw new ToolException("--timeout: expected seconds above 0, such as 600."),
    };

    private static KeyValuePair<string, string>[] Parameters(ArgumentResult result)
    {
        var pairs = result.Tokens.Select(token => token.Value.Split('=', 2)).ToList();
        if (pairs.Find(pair => pair.Length < 2 || pair[0].Trim().Length == 0) is { } wrong) result.AddError($"--parameter: expected NAME=VALUE, got '{string.Join('=', wrong)}'.");
        return [.. pairs.Where(pair => pair.Length == 2).Select(pair => KeyValuePair.Create(pair[0].Trim(), pair[1]))];
    }
}
