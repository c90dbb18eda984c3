using System.Runtime.CompilerServices;
using Kiln.Notebooks;

namespace Kiln.Interactive;

/// <summary>A cell as it was submitted to .NET Interactive, which hands over its magics and its C# one by one.</summary>
/// <remarks>
/// The host binds a directive's values to JSON, where repeated names and several unnamed words are lost, and knows no magic
/// with a body. So a magic takes its words from the text of its cell, and the C# that follows <c>#!model</c> is its body.
/// </remarks>
public sealed class SubmittedCell
{
    private static readonly ConditionalWeakTable<object, SubmittedCell> Known = [];
    private readonly Queue<MagicPart> _magics;
    private MagicPart? _waiting;

    private SubmittedCell(string code) => _magics = new Queue<MagicPart>(Parts(code));

    /// <summary>The cell of a submission.</summary>
    /// <param name="submission">The host's command for the whole cell; it tells two runs of the same text apart.</param>
    /// <param name="code">Its text.</param>
    public static SubmittedCell Of(object submission, string code) => Known.GetValue(submission, _ => new SubmittedCell(code));

    /// <summary>Whether a piece of a cell is the body of a magic, which means nothing to the C# compiler.</summary>
    /// <param name="code">The text of the cell.</param>
    /// <param name="piece">The piece.</param>
    public static bool IsBody(string code, string piece) =>
        Parts(code).Any(magic => TakesBody(magic) && magic.Body.Trim() == piece.ReplaceLineEndings("\n").Trim());

    /// <summary>Whether the next C# of this cell is the body of the magic before it.</summary>
    public bool AwaitsBody => _waiting is not null;

    /// <summary>Runs the next magic of a name, or waits for its body.</summary>
    /// <param name="name">The name with its <c>#!</c>.</param>
    /// <param name="host">The notebook.</param>
    /// <returns>What went wrong, for the user to read; null where nothing did.</returns>
    public Task<string?> RunMagicAsync(string name, ScriptHost host)
    {
        while (_magics.TryDequeue(out var magic))
        {
            if (magic.Name != name) continue;
            if (!TakesBody(magic)) return RunAsync(magic, host);
            _waiting = magic;
            return Task.FromResult<string?>(null);
        }
        return Task.FromResult<string?>($"{name}: its line is not in the text of this cell. Write it on a line of its own, at the line's start.");
    }

    /// <summary>Runs the magic that awaited its body.</summary>
    /// <param name="host">The notebook.</param>
    /// <returns>What went wrong, for the user to read; null where nothing did.</returns>
    public Task<string?> RunBodyAsync(ScriptHost host)
    {
        var magic = _waiting ?? throw new InvalidOperationException("No magic of this cell awaits a body.");
        _waiting = null;
        return RunAsync(magic, host);
    }

    private static async Task<string?> RunAsync(MagicPart magic, ScriptHost host)
    {
        try
        {
            await Magics.Table.RunAsync(magic, host);
            return null;
        }
        catch (Exception failure) when (failure is MagicException or CellCodeException)
        {
            return failure.Message;
        }
        catch (OperationCanceledException) when (host.Interrupted.IsCancellationRequested)
        {
            return $"{magic.Name} was interrupted.";
        }
    }

    // The host begins a directive only at the very start of a line; Kiln's own kernel lets blanks stand before it.
    private static IEnumerable<MagicPart> Parts(string code)
    {
        var lines = code.ReplaceLineEndings("\n").Split('\n');
        return Magics.Table.Split(code).OfType<MagicPart>().Where(magic => lines[magic.FirstLine - 1].StartsWith('#'));
    }

    private static bool TakesBody(MagicPart magic) => Magics.Table.Find(magic.Name) is { TakesBody: true } && magic.Body.Trim().Length > 0;
}
