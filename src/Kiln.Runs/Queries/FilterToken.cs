namespace Kiln.Runs;

/// <summary>What a part of a question is.</summary>
internal enum FilterTokenKind
{
    /// <summary>A name, a bare value or a number.</summary>
    Word,

    /// <summary>A value in quotes.</summary>
    Quoted,

    /// <summary>A comparison.</summary>
    Operator,

    /// <summary>( or ).</summary>
    Parenthesis,

    /// <summary>Behind the last one.</summary>
    End,
}

/// <summary>A part of a question about runs.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it says, without quotes.</param>
/// <param name="Position">Where it begins, from 0.</param>
internal readonly record struct FilterToken(FilterTokenKind Kind, string Text, int Position)
{
    /// <summary>Whether it is this word of the language, in capitals or not.</summary>
    public bool Is(string word) => Kind == FilterTokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is this parenthesis.</summary>
    public bool Is(char parenthesis) => Kind == FilterTokenKind.Parenthesis && Text[0] == parenthesis;
}
