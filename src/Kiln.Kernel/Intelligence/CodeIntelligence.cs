using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>What a front end asks about code while it is typed: completion, inspection, completeness; of C# and of magics.</summary>
internal sealed class CodeIntelligence
{
    private readonly Completer _completer;
    private readonly Inspector _inspector;
    private readonly CommandTable _magics;

    /// <param name="chain">The session.</param>
    /// <param name="references">What its cells are compiled against.</param>
    /// <param name="magics">The magics of its cells.</param>
    /// <param name="sourceOf">The code of a cell by its name, or null.</param>
    public CodeIntelligence(SubmissionChain chain, References references, CommandTable magics, Func<string, string?> sourceOf)
    {
        var sketches = new Sketches(chain, references);
        _magics = magics;
        _completer = new Completer(sketches);
        _inspector = new Inspector(sketches, new SessionFacts(chain.Variables, sourceOf));
    }

    /// <summary>Takes what is made once out of the first answer.</summary>
    public void WarmUp()
    {
        const string code = "Console.Wr";
        Complete(code, code.Length);
        Complete("Str", 3);
        Inspect(code + "iteLine", code.Length);
        IsComplete("1 + 1");
        ReferencePackDocs.Instance.Prepare();
    }

    /// <summary>Whether a cell could be run as it is.</summary>
    public CellCompleteness IsComplete(string code) => CellCompleteness.Of(code, _magics);

    /// <summary>What could stand at the cursor.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="position">Index into it, in UTF-16 units.</param>
    public Completions Complete(string code, int position)
    {
        var cursor = CellCursor.At(code, position, _magics);
        var inLine = position - cursor.LineStart;
        if (cursor.MagicLine is { } magic) return OfMagic(magic, inLine).Moved(cursor.LineStart);
        if (cursor.Code is not { } csharp) return Completions.None(position);
        if (DirectiveCompletion.Complete(cursor.Line, inLine, _magics) is { } directive) return directive.Moved(cursor.LineStart);
        return _completer.Complete(csharp, position + cursor.Shift).Moved(-cursor.Shift);
    }

    /// <summary>What stands at the cursor: signature and documentation; null where nothing is known.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="position">Index into it, in UTF-16 units.</param>
    /// <param name="detailed">Whether remarks, examples and source are wanted, too.</param>
    public MimeBundle? Inspect(string code, int position, bool detailed = false)
    {
        var cursor = CellCursor.At(code, position, _magics);
        if (cursor.MagicLine is { } line) return _magics.Describe(line, position - cursor.LineStart) is { } help ? MimeBundle.OfText(help) : null;
        if (cursor.Code is not { } csharp) return null;
        if (DirectiveCompletion.Describe(cursor.Line) is { } directive) return MimeBundle.OfText(directive);
        return _inspector.Inspect(csharp, position + cursor.Shift) is { } found ? InspectionPage.Of(found, detailed) : null;
    }

    private Completions OfMagic(string line, int position)
    {
        var found = _magics.Complete(line, position);
        return found.Count == 0
            ? Completions.None(position)
            : new Completions(found[0].Start, found[0].End, [.. found.Select(item => new CompletionItem(item.Text, item.Kind, item.Description))]);
    }
}
