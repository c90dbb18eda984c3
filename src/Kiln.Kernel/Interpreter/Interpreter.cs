using System.Collections.Immutable;
using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>C# with magics: running, completing, inspecting.</summary>
internal sealed class Interpreter
{
    // Those of .NET Interactive, then Kiln's own.
    private static readonly ImmutableArray<string> Usings =
    [
        "System", "System.IO", "System.Text", "System.Collections", "System.Collections.Generic", "System.Linq", "System.Threading.Tasks",
        "Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Formatting", "Microsoft.DotNet.Interactive.Kernel",
        "Kiln", "Kiln.Training",
    ];

    private readonly Completer _completer;
    private readonly Inspector _inspector;
    private readonly CommandTable _magics = CommandTable.Default.With(KernelMagics.List);

    /// <param name="packageFolder">Where restored packages are remembered.</param>
    public Interpreter(string packageFolder)
    {
        var references = References.Default();
        Chain = new SubmissionChain(references, Usings);
        Program = new CellProgram(Chain, new Directives(Chain, references, new PackageRestore(packageFolder)), _magics);
        var sketches = new Sketches(Chain);
        _completer = new Completer(sketches);
        _inspector = new Inspector(sketches);
    }

    public SubmissionChain Chain { get; }

    public CellProgram Program { get; }

    /// <summary>Takes the first use out of the user's first question.</summary>
    public void WarmUp()
    {
        Complete("Console.Wr", "Console.Wr".Length);
        Inspect("Console.WriteLine", "Console.WriteLine".Length);
        IsComplete("1 + 1");
    }

    public Completeness IsComplete(string code)
    {
        var csharp = _magics.Split(code).OfType<CodePart>().Select(part => PackageLines.Without(part.Code));
        return CellSyntax.Completeness(string.Join('\n', csharp));
    }

    /// <summary>What could stand at the cursor.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="position">Index into it, in UTF-16 units.</param>
    public Completions Complete(string code, int position)
    {
        var cursor = CellCursor.At(code, position, _magics);
        if (cursor.MagicLine is { } line) return CompleteMagic(line, cursor.LineStart, position);
        var found = _completer.Complete(cursor.Code, position + cursor.Shift);
        return found with { Start = found.Start - cursor.Shift, End = found.End - cursor.Shift };
    }

    /// <summary>What stands at the cursor: signature and documentation; null where nothing is known.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="position">Index into it, in UTF-16 units.</param>
    public MimeBundle? Inspect(string code, int position)
    {
        var cursor = CellCursor.At(code, position, _magics);
        if (cursor.MagicLine is not { } line) return _inspector.Inspect(cursor.Code, position + cursor.Shift);
        return _magics.Describe(line, position - cursor.LineStart) is { } help ? MimeBundle.OfText(help) : null;
    }

    private Completions CompleteMagic(string line, int lineStart, int position)
    {
        var found = _magics.Complete(line, position - lineStart);
        if (found.Count == 0) return new Completions(position, position, []);
        return new Completions(
            lineStart + found[0].Start,
            lineStart + found[0].End,
            [.. found.Select(item => new CompletionItem(item.Text, item.Kind, item.Description))]);
    }
}
