using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>Says what went wrong in a cell, in the user's terms: cell, line and source, none of the kernel's own frames.</summary>
internal sealed partial class FailureReport(History history)
{
    private const string Red = "\u001b[31m", Plain = "\u001b[0m";
    private const int MostFrames = 20;

    // Our own code, and the runtime's plumbing of tasks, which says nothing about the user's mistake.
    private static readonly string[] Internals = ["Kiln.", "Microsoft.DotNet.Interactive.", "System.Runtime.", "System.Threading.", "InvokeStub_", "System.Reflection."];

    public CellFailure Of(Exception exception, CellContext cell) => exception switch
    {
        _ when IsInterrupt(exception, cell) =>
            new CellFailure("KeyboardInterrupt", "The cell was interrupted.", [$"{Red}KeyboardInterrupt{Plain}: the cell was interrupted."]),
        CompilationFailedException compilation => OfCompilation(compilation),
        MagicException or CellCodeException or PackageException => Clean(exception),
        TargetInvocationException { InnerException: { } inner } => Of(inner, cell),
        AggregateException { InnerExceptions: [var inner] } => Of(inner, cell),
        _ => OfRunningCode(exception),
    };

    private static bool IsInterrupt(Exception exception, CellContext cell) =>
        cell.WasInterrupted
        && exception is OperationCanceledException or ThreadInterruptedException or AggregateException { InnerException: OperationCanceledException };

    private static CellFailure OfCompilation(CompilationFailedException exception)
    {
        var errors = CompilerErrors.First(exception.Errors).ToList();
        var lines = errors.SelectMany(error => CompilerErrors.Excerpt(error).Prepend($"{Red}{CompilerErrors.Headline(error)}{Plain}"));
        return new CellFailure("CompilationError", CompilerErrors.Headline(errors[0]), [.. lines]);
    }

    // These messages are written for the user; a stack would only bury them.
    private static CellFailure Clean(Exception exception)
    {
        var name = exception.GetType().Name.Replace("Exception", "Error", StringComparison.Ordinal);
        return new CellFailure(name, exception.Message, [$"{Red}{exception.Message}{Plain}"]);
    }

    private CellFailure OfRunningCode(Exception exception)
    {
        var traceback = new List<string> { $"{Red}{exception.GetType().FullName}{Plain}: {exception.Message}" };
        traceback.AddRange(Frames(exception));
        for (var inner = exception.InnerException; inner is not null; inner = inner.InnerException)
        {
            traceback.Add($"caused by {Red}{inner.GetType().FullName}{Plain}: {inner.Message}");
            traceback.AddRange(Frames(inner));
        }
        return new CellFailure(exception.GetType().Name, exception.Message, traceback);
    }

    private IEnumerable<string> Frames(Exception exception)
    {
        var frames = (exception.StackTrace ?? "").Split('\n').Select(line => FramePattern().Match(line)).Where(frame => frame.Success).ToList();
        var last = frames.FindLastIndex(IsOfCell);
        return frames.Take(last + 1).Where(frame => IsOfCell(frame) || !IsInternal(frame.Groups["method"].Value)).Take(MostFrames).Select(Show);
    }

    private static bool IsOfCell(Match frame) => frame.Groups["method"].Value.StartsWith("Submission#", StringComparison.Ordinal);

    private static bool IsInternal(string method) => Internals.Any(prefix => method.StartsWith(prefix, StringComparison.Ordinal));

    private string Show(Match frame)
    {
        var method = Readable(frame.Groups["method"].Value);
        if (!IsOfCell(frame) || !frame.Groups["line"].Success) return $"   at {method}";
        var (cell, line) = (frame.Groups["file"].Value, int.Parse(frame.Groups["line"].Value, CultureInfo.InvariantCulture));
        var place = string.Create(CultureInfo.InvariantCulture, $"   at {(method.Length == 0 ? "" : method + " in ")}{cell} line {line}");
        return history.Line(cell, line) is { Length: > 0 } source ? $"{place}:  {source}" : place;
    }

    /// <summary>The method as typed: <c>Submission#3.&lt;&lt;Initialize&gt;&gt;d__0.MoveNext()</c> is the cell itself.</summary>
    private static string Readable(string method)
    {
        var own = SubmissionPattern().Replace(method, "");
        if (own.Contains("<Initialize>", StringComparison.Ordinal) && !own.Contains("g__", StringComparison.Ordinal)) return "";
        return GeneratedNamePattern().Replace(own, name => name.Groups["local"].Success ? name.Groups["local"].Value : name.Groups["outer"].Value);
    }

    [GeneratedRegex(@"^\s*at (?<method>.+?)( in (?<file>.+):line (?<line>\d+))?\s*$")]
    private static partial Regex FramePattern();

    [GeneratedRegex(@"Submission#\d+[.+]?")]
    private static partial Regex SubmissionPattern();

    // <F>d__1.MoveNext() is the async method F; <M>g__Local|0_1(...) its local function; <>c.<M>b__0(...) a lambda in it.
    [GeneratedRegex(@"(?:<>c[\w]*\.)?<(?<outer>[^<>]*)>(?:d__\d+\.MoveNext\(\)|g__(?<local>\w+)\|[\d_]+|b__[\d_]+)")]
    private static partial Regex GeneratedNamePattern();
}
