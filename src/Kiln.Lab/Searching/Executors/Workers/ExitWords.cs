using System.Globalization;
using Kiln.Runs;

namespace Kiln;

/// <summary>How a worker ended that did not mean to, in words that a trial's row shows.</summary>
internal static class ExitWords
{
    private const int Signals = 128;

    /// <summary>The reason; it begins as that of every run whose process is gone.</summary>
    public static string Of(int exitCode) => exitCode > Signals
        ? string.Create(CultureInfo.InvariantCulture, $"{RunStore.Killed} by signal {exitCode - Signals}{Meaning(exitCode - Signals)}")
        : string.Create(CultureInfo.InvariantCulture, $"{RunStore.Killed} with its worker, which ended with exit code {exitCode}");

    // https://man7.org/linux/man-pages/man7/signal.7.html
    private static string Meaning(int signal) => signal switch
    {
        4 => " (the processor does not know an instruction)",
        6 => " (the runtime or a library gave up: a stack overflow, or no memory left)",
        8 => " (a division by zero in a library)",
        9 => " (out of memory?)",
        7 or 11 => " (a library touched memory that is not its own)",
        15 => " (somebody ended it)",
        _ => "",
    };
}
