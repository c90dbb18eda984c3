namespace Kiln.Notebooks;

/// <summary>A stretch of a cell: either C# or one magic with its body.</summary>
/// <param name="FirstLine">Line of the cell on which the part starts, counted from 1.</param>
public abstract record CellPart(int FirstLine);

/// <summary>C# between magics.</summary>
/// <param name="Code">The code as typed.</param>
/// <param name="FirstLine">Line of the cell on which the code starts, counted from 1.</param>
public sealed record CodePart(string Code, int FirstLine) : CellPart(FirstLine);

/// <summary>A magic: its own line, and the lines below it where the command takes a body.</summary>
/// <param name="Line">The line, starting with <c>#!</c>.</param>
/// <param name="Body">The body as typed, or empty.</param>
/// <param name="FirstLine">Line of the cell on which the magic stands, counted from 1.</param>
public sealed record MagicPart(string Line, string Body, int FirstLine) : CellPart(FirstLine)
{
    /// <summary>The name with its <c>#!</c>, such as <c>#!train</c>.</summary>
    public string Name => Line.Split([' ', '\t'], 2)[0];

    /// <summary>Line and body, as a cell of its own.</summary>
    public string Text => Body.Length == 0 ? Line : $"{Line}\n{Body}";
}
