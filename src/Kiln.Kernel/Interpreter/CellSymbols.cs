using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.CompilerServices;

namespace Kiln.Kernel;

/// <summary>Where the code of cells stands in the notebook.</summary>
/// <remarks>The runtime finds lines only for all frames of an exception at once: seconds for a stack that overflowed.</remarks>
internal static class CellSymbols
{
    private static readonly ConditionalWeakTable<Assembly, MetadataReaderProvider> Symbols = [];

    /// <summary>Keeps the symbols of a compiled cell for as long as the cell lives.</summary>
    public static void Keep(Assembly cell, MemoryStream portablePdb) =>
        Symbols.Add(cell, MetadataReaderProvider.FromPortablePdbImage(ImmutableArray.Create(portablePdb.GetBuffer().AsSpan(0, (int)portablePdb.Length))));

    /// <summary>The document and line of a place in a method, or null.</summary>
    /// <param name="method">A method of a cell.</param>
    /// <param name="offset">Into its intermediate language.</param>
    public static (string Document, int Line)? PlaceOf(MethodBase method, int offset)
    {
        if (offset < 0 || !Symbols.TryGetValue(method.Module.Assembly, out var symbols)) return null;
        var reader = symbols.GetMetadataReader();
        var body = ((MethodDefinitionHandle)MetadataTokens.EntityHandle(method.MetadataToken)).ToDebugInformationHandle();
        SequencePoint? place = null;
        foreach (var point in reader.GetMethodDebugInformation(body).GetSequencePoints())
            if (point.Offset <= offset && !point.IsHidden) place = point;
        return place is { } found ? (reader.GetString(reader.GetDocument(found.Document).Name), found.StartLine) : null;
    }
}
