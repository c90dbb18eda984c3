using Xunit.Runner.InProc.SystemConsole;

namespace Kiln.Runs.Tests;

internal static class Program
{
    public static async Task<int> Main(string[] args) =>
        args is [StoreWriter.Argument, var folder, var what, var name, .. var address]
            ? StoreWriter.Run(folder, what, name, address.FirstOrDefault())
            : await ConsoleRunner.Run(args);
}
