using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Kiln.Kernel;

/// <summary>What to do about errors that come from the script dialect of cells: in a program the same code would compile.</summary>
internal static partial class Remedies
{
    /// <summary>One sentence or two; null for an error that any C# file would give.</summary>
    public static string? For(Diagnostic error) => error.Id switch
    {
        _ when UsingDeclarationPattern().IsMatch(Line(error)) =>
            "A variable of a cell stays for the next cells, so a cell cannot declare it with using. Write { using var x = …; … } in braces, or leave using out and call Dispose() later.",
        "CS7021" => "A file that #load brings cannot declare a namespace. Use #!import, or take the types out of it.",
        "CS9283" => "A cell cannot hold an extension block. Write an extension method instead: static int Words(this string text) => text.Split(' ').Length;",
        "CS1109" => "Make the extension method public, or write it at the top of the cell, outside of the class.",
        "CS8345" => "A variable of a cell stays for the next cells, which a ref struct such as Span cannot. Put the code into braces { … } or into a method.",
        "CS9054" => "Leave the word file out: what a cell declares is seen by this notebook alone.",
        "CS0548" when error.GetMessage(null).StartsWith("'with'", StringComparison.Ordinal) => "At the start of a statement, put with into parentheses: (value with { … }).",
        _ => null,
    };

    private static string Line(Diagnostic error) =>
        error.Location.SourceTree?.GetText() is { } text ? text.Lines.GetLineFromPosition(Math.Min(error.Location.SourceSpan.Start, text.Length)).ToString() : "";

    [GeneratedRegex(@"^\s*(await\s+)?using\s+(?!static\b)[\w.<>\[\]?, ]+\s+\w+\s*=\s*\S")]
    private static partial Regex UsingDeclarationPattern();
}
