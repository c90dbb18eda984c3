namespace Kiln;

/// <summary>The text of a cell that defined a model or a data set, from which another process can define it again.</summary>
/// <param name="Text">The magic's line and its body, as typed.</param>
/// <param name="Captures">Names of the session that the text needs and that no <c>#!shared</c> cell declares; empty where the text is enough.</param>
public sealed record CellSource(string Text, IReadOnlyList<string> Captures);
