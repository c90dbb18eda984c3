using System.Globalization;

namespace Kiln.Search;

/// <summary>Reads the pieces of a space's text from left to right and keeps the place for errors.</summary>
internal sealed class SpaceReader(string text)
{
    public int Position { get; private set; }

    public bool IsAtEnd => Position >= text.Length;

    /// <summary>The character that comes next; the zero character at the end.</summary>
    public char Next => IsAtEnd ? '\0' : text[Position];

    public void SkipSpaces()
    {
        while (char.IsWhiteSpace(Next))
            Position++;
    }

    /// <summary>Takes a piece of text if it comes next.</summary>
    public bool TryTake(string piece)
    {
        if (string.CompareOrdinal(text, Position, piece, 0, piece.Length) != 0)
            return false;
        Position += piece.Length;
        return true;
    }

    public void Take(string piece, string remedy)
    {
        if (!TryTake(piece))
            throw Error($"expected '{piece}', got {Seen()}. {remedy}");
    }

    /// <summary>Takes characters as long as they fit.</summary>
    public string TakeWhile(Func<char, bool> fits)
    {
        var start = Position;
        while (!IsAtEnd && fits(Next))
            Position++;
        return text[start..Position];
    }

    /// <summary>Takes the name of a hyperparameter; empty where none comes next.</summary>
    public string TakeName() => TakeWhile(character => char.IsLetterOrDigit(character) || character is '_' or '-' or '.');

    /// <summary>Takes a word if it comes next with a space or the end behind it: a hyperparameter of that name has <c>=</c> there.</summary>
    public bool TryTakeWord(string word)
    {
        var end = Position + word.Length;
        return end <= text.Length && (end == text.Length || char.IsWhiteSpace(text[end])) && TryTake(word);
    }

    public Comparison TakeComparison(string remedy)
    {
        foreach (var (sign, comparison) in Comparisons.Signs)
            if (TryTake(sign)) return comparison;
        throw Error($"expected one of = != < <= > >=, got {Seen()}. {remedy}");
    }

    /// <summary>Gives back what was taken since a place.</summary>
    public void ReturnTo(int position) => Position = position;

    /// <summary>Takes a number; of <c>1..4</c> it takes <c>1</c>.</summary>
    public double TakeNumber(string remedy)
    {
        var start = Position;
        if (Next is '-' or '+')
            Position++;
        TakeWhile(char.IsAsciiDigit);
        if (Next == '.' && Position + 1 < text.Length && char.IsAsciiDigit(text[Position + 1]))
        {
            Position++;
            TakeWhile(char.IsAsciiDigit);
        }
        TakeExponent();
        if (double.TryParse(text.AsSpan(start, Position - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            return number;
        Position = start;
        throw Error($"expected a number, got {Seen()}. {remedy}");
    }

    /// <summary>What stands at the place, for an error.</summary>
    public string Seen() => IsAtEnd ? "the end" : $"'{Next}'";

    public SpaceSyntaxException Error(string problem) => ErrorAt(Position, problem);

    public SpaceSyntaxException ErrorAt(int position, string problem) => new(text, position, problem);

    private void TakeExponent()
    {
        var start = Position;
        if (Next is not ('e' or 'E'))
            return;
        Position++;
        if (Next is '-' or '+')
            Position++;
        if (TakeWhile(char.IsAsciiDigit).Length == 0)
            Position = start;
    }
}
