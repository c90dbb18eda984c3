namespace Kiln.Notebooks;

/// <summary>Ties generated C# to the lines of the cell that it was made from.</summary>
internal static class CellLine
{
    /// <summary>A <c>#line</c> directive after which the body's first line has its number in the cell.</summary>
    public static string Map(MagicPart part) => $"#line {part.FirstLine + 1}\n";
}
