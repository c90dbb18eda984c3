using Kiln.Notebooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>Answers of is_complete.</summary>
internal enum Completeness
{
    Complete,
    Incomplete,
    Invalid,
}

/// <summary>Whether a cell could be run as it is, needs more lines, or is wrong.</summary>
/// <param name="Status">Which of them.</param>
/// <param name="Indent">For a cell that needs more lines: blanks to start the next one with.</param>
internal sealed record CellCompleteness(Completeness Status, string Indent)
{
    private static readonly CellCompleteness Complete = new(Completeness.Complete, "");

    /// <summary>Looks at a cell with its magics; only its end can be unfinished.</summary>
    public static CellCompleteness Of(string cell, CommandTable magics)
    {
        var parts = magics.Split(cell);
        if (parts.OfType<CodePart>().Select(part => OfCode(part.Code)).FirstOrDefault(found => found.Status == Completeness.Invalid) is { } wrong) return wrong;
        return parts.LastOrDefault() switch
        {
            CodePart code => OfCode(code.Code),
            MagicPart magic => OfMagic(magic, magics.Find(magic.Name)),
            _ => Complete,
        };
    }

    private static CellCompleteness OfMagic(MagicPart magic, Command? command)
    {
        if (command is not { TakesBody: true }) return Complete;
        if (string.IsNullOrWhiteSpace(magic.Body)) return command.AwaitsBody(magic.Line) ? new CellCompleteness(Completeness.Incomplete, "") : Complete;
        if (!command.HasCode) return Complete;
        var indent = OpenBrackets.Indent(CellSyntax.Parse(magic.Body).GetRoot());
        return indent.Length > 0 || magic.Body.TrimEnd().EndsWith(',') ? new CellCompleteness(Completeness.Incomplete, indent) : Complete;
    }

    private static CellCompleteness OfCode(string code)
    {
        var tree = CellSyntax.Parse(PackageLines.Without(code));
        var errors = tree.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (SyntaxFactory.IsCompleteSubmission(tree) && errors.Count == 0 && !EndsInHeader(tree)) return Complete;
        return IsOpen(tree, errors) ? new CellCompleteness(Completeness.Incomplete, OpenBrackets.Indent(tree.GetRoot())) : new CellCompleteness(Completeness.Invalid, "");
    }

    // What is wrong is wrong at the end of the text: more text may mend it.
    private static bool IsOpen(SyntaxTree tree, List<Diagnostic> errors)
    {
        // A quoted text cannot go on in the next line.
        if (errors.Exists(error => error.Id == "CS1010")) return false;
        if (!SyntaxFactory.IsCompleteSubmission(tree) || EndsInHeader(tree)) return true;
        var end = tree.GetRoot().GetLastToken().Span.End;
        return end > 0 && errors.TrueForAll(error => error.Location.SourceSpan.End >= end) && errors.Exists(error => error.Location.SourceSpan.Start >= end);
    }

    // "[Obsolete]" and "public" alone: a declaration has to follow.
    private static bool EndsInHeader(SyntaxTree tree) => tree.GetRoot() is CompilationUnitSyntax { Members: [.., IncompleteMemberSyntax] };
}
