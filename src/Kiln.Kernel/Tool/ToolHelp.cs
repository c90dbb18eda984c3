using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Kiln.Kernel;

/// <summary><c>-h</c>: the library's page, then examples.</summary>
internal sealed class ToolHelp(HelpAction page) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    /// <summary>Puts examples on the help pages of a program.</summary>
    public static void AddTo(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        if (help.Action is HelpAction page) help.Action = new ToolHelp(page);
    }

    public override int Invoke(ParseResult parseResult)
    {
        page.Invoke(parseResult);
        if (parseResult.CommandResult.Command is not ToolCommand { Examples: { Count: > 0 } examples }) return 0;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in examples) output.WriteLine($"  {example}");
        output.WriteLine();
        return 0;
    }
}
