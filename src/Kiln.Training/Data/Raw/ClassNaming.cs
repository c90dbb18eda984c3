using System.Collections.Immutable;

namespace Kiln.Training;

/// <summary>Names classes as the user wants them.</summary>
internal static class ClassNaming
{
    /// <exception cref="DataException">There are no classes, or not as many as names.</exception>
    public static RawExamples Apply(RawExamples raw, ImmutableArray<string> names)
    {
        if (names.IsDefaultOrEmpty) return raw;
        if (raw.Targets is not ClassTargets classes)
            throw new DataException($"Data '{raw.Name}': its targets are no classes, so they cannot be named. Leave the class names out.");
        if (names.Length != classes.Names.Length)
        {
            throw new DataException($"Data '{raw.Name}': expected {classes.Names.Length} class names, for {string.Join(", ", classes.Names.Take(8))}{(classes.Names.Length > 8 ? ", …" : "")}, "
                + $"got {names.Length}: {string.Join(", ", names)}.");
        }
        return raw with { Targets = classes with { Names = [.. names] } };
    }
}
