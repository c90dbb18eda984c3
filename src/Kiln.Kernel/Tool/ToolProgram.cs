using System.CommandLine;

namespace Kiln.Kernel;

/// <summary>The composition root of the tool: every command but the kernel itself.</summary>
internal static class ToolProgram
{
    /// <summary>Runs a command line.</summary>
    /// <returns>The exit code: 0 if all went well, 1 if not, 130 after Ctrl-C.</returns>
    public static int Run(string[] arguments, TextWriter output, TextWriter error)
    {
        // A value that starts with @ is a value, not a file of arguments.
        var line = Root().Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        // Help is asked for also by lines that are wrong otherwise.
        if (line.Errors.Count > 0 && line.Action is not ToolHelp) return UsageErrors.Write(line, error);
        try
        {
            return line.Invoke(new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (Exception e) when (e is ToolException or NotebookFileException)
        {
            error.WriteLine($"kiln {line.CommandResult.Command.Name}: {e.Message}");
            return 1;
        }
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("Kiln: C# notebooks for Jupyter, and a tool that runs and converts them.")
        {
            InstallCommand.Create(),
            UninstallCommand.Create(),
            RunCommand.Create(),
            ConvertCommand.Create(),
            WorkerCommand.Create(),
            DoctorCommand.Create(),
            KernelCommand.Create(),
        };
        root.Options.OfType<VersionOption>().Single().Action = new VersionLine();
        ToolHelp.AddTo(root);
        return root;
    }

    private sealed class VersionLine : System.CommandLine.Invocation.SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(KilnVersion.Text);
            return 0;
        }
    }
}
