namespace Kiln.Notebooks;

/// <summary>One proposal for the word under the cursor of a magic's line.</summary>
/// <param name="Text">What to put in place of the characters from <paramref name="Start"/> to <paramref name="End"/>.</param>
/// <param name="Start">Index of the first character replaced, counted from 0 in UTF-16 units.</param>
/// <param name="End">Index after the last character replaced.</param>
/// <param name="Kind">What it is: <c>magic</c>, <c>option</c>, <c>value</c>, <c>model</c>, <c>data</c>, <c>run</c>, <c>study</c> or <c>path</c>.</param>
/// <param name="Description">One sentence, or empty.</param>
public sealed record MagicCompletion(string Text, int Start, int End, string Kind, string Description);
