namespace Kiln.Notebooks;

/// <summary>What a running magic has around it.</summary>
/// <param name="Table">The table it stands in.</param>
/// <param name="Line">Its line.</param>
/// <param name="Part">Its place in the cell, with its body.</param>
/// <param name="Host">The notebook.</param>
public sealed record MagicContext(CommandTable Table, MagicLine Line, MagicPart Part, INotebookHost Host);
