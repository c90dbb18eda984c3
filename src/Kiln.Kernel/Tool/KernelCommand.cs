using System.CommandLine;

namespace Kiln.Kernel;

/// <summary><c>kiln kernel</c>, for the help; the program starts the kernel before any of this is loaded.</summary>
internal static class KernelCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("CONNECTION-FILE") { Description = "The file in which Jupyter writes ports and key." };
        var command = new ToolCommand("kernel", "Runs the kernel. Jupyter calls this; you need not.") { file };
        command.SetAction(line => KernelProcess.Run(line.GetRequiredValue(file)));
        return command;
    }
}
