namespace Kiln.Search;

/// <summary>A text is no search space; the message shows the place and says what to write.</summary>
public sealed class SpaceSyntaxException : ArgumentException
{
    internal SpaceSyntaxException(string text, int position, string problem)
        : base($"Space, character {position + 1}: {problem}\n  {text}\n  {new string(' ', position)}^")
    {
        Position = position;
    }

    /// <summary>Place of the first character that does not fit, from 0; the text's length for its end.</summary>
    public int Position { get; }
}
