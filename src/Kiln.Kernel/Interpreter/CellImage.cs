using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json.Serialization;

namespace Kiln.Kernel;

/// <summary>A compiled expression that has no ties to its session: another process of the same program can run it as it is.</summary>
/// <param name="Code">Its C#, without where it stood.</param>
/// <param name="Program">The assembly.</param>
/// <param name="Symbols">Its portable PDB.</param>
internal sealed record CellImage(string Code, byte[] Program, byte[] Symbols)
{
    /// <summary>The image of a compiled expression; null where it needs other cells or packages of the session.</summary>
    public static CellImage? Of(string code, Submission submission)
    {
        if (submission.Emitted is not var (emitted, symbols)) return null;
        var program = emitted.ToArray();
        return AssembliesOf(program).IsSubsetOf(References.OfProgram) ? new CellImage(KeyOf(code), program, symbols.ToArray()) : null;
    }

    /// <summary>What two texts share that differ in where they stood in a cell.</summary>
    public static string KeyOf(string code) => string.Join('\n', code.Split('\n').Where(line => !line.StartsWith("#line", StringComparison.Ordinal)));

    /// <summary>Runs it.</summary>
    /// <param name="assemblies">Takes it among the cells.</param>
    public Task<object?> Start(CellAssemblies assemblies)
    {
        using var symbols = new MemoryStream(Symbols, 0, Symbols.Length, writable: false, publiclyVisible: true);
        var assembly = assemblies.LoadFromStream(new MemoryStream(Program), symbols);
        CellSymbols.Keep(assembly, symbols);
        var type = assembly.GetTypes().Single(type => type.Name.StartsWith(Submission.ClassPrefix, StringComparison.Ordinal) && !type.IsNested);
        // It puts itself where it stood in its session.
        var number = int.Parse(type.Name.AsSpan(Submission.ClassPrefix.Length), CultureInfo.InvariantCulture);
        return Submission.EntryPointOf(type, Submission.EntryPointName)(new object?[number + 2]);
    }

    // Those that it takes types from: the compiler notes down some more.
    private static HashSet<string> AssembliesOf(byte[] program)
    {
        using var file = new PEReader(new MemoryStream(program));
        var reader = file.GetMetadataReader();
        return [.. reader.TypeReferences.Select(type => reader.GetTypeReference(type).ResolutionScope)
            .Where(scope => scope.Kind == HandleKind.AssemblyReference)
            .Select(scope => reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name))];
    }
}

[JsonSerializable(typeof(IReadOnlyList<CellImage>))]
internal sealed partial class CellImageJson : JsonSerializerContext;
