namespace Kiln.Kernel;

/// <summary>What cells may say beyond C#'s script dialect, said in it.</summary>
internal sealed class CellDialect
{
    private readonly Namespaces _namespaces = new();

    /// <summary>Translates a cell.</summary>
    /// <param name="code">The cell's C#, without its packages.</param>
    /// <returns>Using directives to run as a cell before it, or nothing; and the cell. No line moves.</returns>
    public (string Usings, string Code) Translate(string code)
    {
        var (usings, rest) = LateUsings.TakeOut(_namespaces.Open(code));
        return (_namespaces.Open(usings).Trim(), ExtensionMethods.Lift(WithExpressions.Parenthesize(rest)));
    }
}
