namespace Kiln.Kernel;

/// <summary>Types by their full names, as the user would write them.</summary>
internal static class QualifiedNames
{
    /// <summary>With its namespace, or the types around it; for a type of a cell, from the cell on.</summary>
    public static string Of(Type type)
    {
        if (type.DeclaringType is not { } outer) return type.Namespace is { Length: > 0 } space ? $"{space}.{WithoutArity(type.Name)}" : WithoutArity(type.Name);
        return IsCell(outer) ? WithoutArity(type.Name) : $"{Of(outer)}.{WithoutArity(type.Name)}";
    }

    /// <summary>Whether this is the class that holds what a cell declares.</summary>
    public static bool IsCell(Type type) => type.DeclaringType is null && type.Name.StartsWith("Submission#", StringComparison.Ordinal);

    private static string WithoutArity(string name) => name.IndexOf('`', StringComparison.Ordinal) is var end and > 0 ? name[..end] : name;
}
