using System.Globalization;
using System.Reflection;
using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>Says what went wrong in a cell, in the user's terms: cell, line and source, none of the kernel's own frames.</summary>
internal sealed class FailureReport(History history)
{
    private const int MostCauses = 8;
    private const int MostParallel = 5;

    private readonly Traceback _traceback = new(history.Line);

    /// <summary>What became of a cell.</summary>
    public CellFailure Of(Exception exception, CellContext cell) =>
        cell.EndReason is { } reason ? Ended(reason) : IsInterrupt(exception, cell) ? Interrupted() : Of(exception);

    /// <summary>What went wrong, wherever it was.</summary>
    public CellFailure Of(Exception exception) => exception switch
    {
        CompilationFailedException compilation => OfCompilation(compilation),
        MagicException or CellCodeException or PackageException => Clean(exception),
        TargetInvocationException { InnerException: { } inner } => Of(inner),
        TypeInitializationException { InnerException: { } inner } => Of(inner),
        AggregateException { InnerExceptions: [var inner] } => Of(inner),
        _ when RecursionReport.IsAbout(exception) => new RecursionReport(_traceback).Of(exception),
        _ => OfRunningCode(exception),
    };

    /// <summary>A cell whose own code ended it.</summary>
    public static CellFailure Ended(string reason) => new("ProcessExit", reason, [CellFailure.Headline("ProcessExit", reason)]);

    /// <summary>Whether an exception is nothing but the interrupt of its cell. Parallel loops, sorting and others wrap what their lambdas throw.</summary>
    public static bool IsInterrupt(Exception exception, CellContext cell) =>
        cell.WasInterrupted && ExceptionText.Contains(exception, inner => inner is OperationCanceledException or ThreadInterruptedException);

    private static CellFailure Interrupted() =>
        new("KeyboardInterrupt", "The cell was interrupted.", [CellFailure.Headline("KeyboardInterrupt", "the cell was interrupted.")]);

    private static CellFailure OfCompilation(CompilationFailedException exception)
    {
        var errors = CompilerErrors.First(exception.Errors).ToList();
        var lines = errors.SelectMany(error => CompilerErrors.Excerpt(error).Prepend(CellFailure.InRed(CompilerErrors.Headline(error))));
        return new CellFailure("CompilationError", CompilerErrors.Headline(errors[0]), [.. lines]);
    }

    // These messages are written for the user; a stack would only bury them.
    private static CellFailure Clean(Exception exception)
    {
        var name = exception.GetType().Name.Replace("Exception", "Error", StringComparison.Ordinal);
        return new CellFailure(name, exception.Message, [CellFailure.InRed(exception.Message)]);
    }

    private CellFailure OfRunningCode(Exception exception)
    {
        var lines = exception is AggregateException { InnerExceptions: { Count: > 1 } several } ? Parallel(several) : WithCauses(exception);
        var message = exception is AggregateException { InnerExceptions.Count: var count and > 1 }
            ? string.Create(CultureInfo.InvariantCulture, $"{count} operations failed; the first: {ExceptionText.Message(((AggregateException)exception).InnerExceptions[0])}")
            : ExceptionText.Message(exception);
        return new CellFailure(exception.GetType().Name, message, [Headline(exception, message), .. lines]);
    }

    private IEnumerable<string> WithCauses(Exception exception)
    {
        foreach (var line in _traceback.Lines(exception)) yield return line;
        foreach (var cause in ExceptionText.Causes(exception).Take(MostCauses))
        {
            yield return "caused by " + Headline(cause, ExceptionText.Message(cause));
            foreach (var line in _traceback.Lines(cause)) yield return line;
        }
    }

    private IEnumerable<string> Parallel(IReadOnlyList<Exception> exceptions)
    {
        for (var i = 0; i < Math.Min(exceptions.Count, MostParallel); i++)
        {
            var one = Of(exceptions[i]).Traceback;
            yield return string.Create(CultureInfo.InvariantCulture, $"{i + 1}) {one[0]}");
            foreach (var line in one.Skip(1)) yield return line;
        }
        if (exceptions.Count > MostParallel) yield return string.Create(CultureInfo.InvariantCulture, $"and {exceptions.Count - MostParallel} more");
    }

    private static string Headline(Exception exception, string message) => CellFailure.Headline(TypeNames.Full(exception.GetType()), message);
}
