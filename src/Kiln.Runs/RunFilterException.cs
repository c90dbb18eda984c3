namespace Kiln.Runs;

/// <summary>A question about runs cannot be read; the message shows the place.</summary>
public sealed class RunFilterException : Exception
{
    internal RunFilterException(string text, int position, string problem)
        : base($"{problem}\n{text}\n{new string(' ', position)}^")
    {
        Text = text;
        Position = position;
        Problem = problem;
    }

    /// <summary>The question as it was typed.</summary>
    public string Text { get; }

    /// <summary>Where in it, from 0.</summary>
    public int Position { get; }

    /// <summary>What is wrong there and what to write instead.</summary>
    public string Problem { get; }
}
