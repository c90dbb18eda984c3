using System.Globalization;

namespace Kiln.Kernel;

/// <summary>A stack that filled up: who called whom, and how often.</summary>
internal sealed class RecursionReport(Traceback traceback)
{
    /// <summary>Whether an exception says that there were too many calls: ours, or the runtime's own guard in generated code.</summary>
    public static bool IsAbout(Exception exception) => exception is StackOverflowException or InsufficientExecutionStackException;

    public CellFailure Of(Exception exception)
    {
        var calls = Repetition.Fold(Frame.Of(exception));
        var message = Message(calls);
        return new CellFailure("StackOverflow", message,
        [
            CellFailure.Headline("StackOverflow", message),
            .. traceback.Lines(calls),
            "Let the recursion end in some case, or make it a loop.",
        ]);
    }

    private static string Message(List<Repetition> calls)
    {
        var loop = calls.MaxBy(stretch => stretch.Times);
        string[] names = [.. loop?.Calls.Where(frame => frame.IsOfCell).Select(frame => MethodNames.Simple(frame.Method)).Where(name => name.Length > 0).Distinct() ?? []];
        if (loop is null || loop.Times == 1 || names.Length == 0) return "Functions called one another until the stack was full.";
        var who = names is [var only] ? $"{only} called itself" : $"{string.Join(", ", names[..^1])} and {names[^1]} called one another";
        return string.Create(CultureInfo.InvariantCulture, $"{who} about {loop.Times:N0} times, until the stack was full.");
    }
}
