using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Kernel;

/// <summary>The word at a cursor.</summary>
/// <param name="Code">The code around it.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends: behind the cursor where the cursor stands inside the word.</param>
/// <param name="Typed">Its letters up to the cursor.</param>
internal sealed record TypedWord(string Code, int Start, int End, string Typed)
{
    /// <summary>Stands in for the word, so that what a place asks for does not depend on what was typed there so far.</summary>
    public const string Placeholder = "__kiln_cursor";

    // They may start a line in the middle of an expression.
    private static readonly HashSet<string> Continuations =
    [
        "is", "as", "and", "or", "not", "with", "switch", "when", "in", "else", "while", "catch", "finally",
        "from", "where", "select", "group", "into", "orderby", "join", "let", "on", "equals", "by", "ascending", "descending",
    ];

    /// <summary>Finds the word.</summary>
    public static TypedWord At(string code, int position)
    {
        position = Math.Clamp(position, 0, code.Length);
        var start = position;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[start - 1])) start--;
        var end = position;
        // With nothing typed yet, the word behind the cursor is somebody else's, but not behind a dot.
        if (start < position || (start > 0 && code[start - 1] == '.'))
            while (end < code.Length && SyntaxFacts.IsIdentifierPartCharacter(code[end])) end++;
        return new TypedWord(code, start, end, code[start..position]);
    }

    /// <summary>Whether a name can stand here at all: a word that starts with a digit is a number.</summary>
    public bool IsName => Typed.Length == 0 || !char.IsDigit(Typed[0]);

    /// <summary>The code with the placeholder instead of the word.</summary>
    public string WithPlaceholder => string.Concat(Code.AsSpan(0, Start), Placeholder, StartsStatementBelow() ? ";" : "", Code.AsSpan(End));

    // Without the semicolon, "x.|" above "count = 1;" would be read as a variable count of type x.something.
    private bool StartsStatementBelow()
    {
        var next = End;
        var lines = 0;
        for (; next < Code.Length && char.IsWhiteSpace(Code[next]); next++) if (Code[next] == '\n') lines++;
        if (lines == 0 || next == Code.Length || !SyntaxFacts.IsIdentifierStartCharacter(Code[next])) return false;
        var end = next;
        while (end < Code.Length && SyntaxFacts.IsIdentifierPartCharacter(Code[end])) end++;
        return !Continuations.Contains(Code[next..end]);
    }
}
