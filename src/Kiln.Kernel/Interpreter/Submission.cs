using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Kernel;

/// <summary>A compiled cell that has not run yet.</summary>
internal sealed class Submission
{
    /// <summary>How the names of the classes of cells begin; their number in the session follows.</summary>
    public const string ClassPrefix = "Submission#";

    /// <summary>What the compiler calls the method that runs a cell.</summary>
    public const string EntryPointName = "<Factory>";

    private readonly Func<object?[], Task<object?>> _entryPoint = static _ => Task.FromResult<object?>(null);

    /// <summary>A cell without code, such as one of using directives only: there is nothing to run, but later cells see it.</summary>
    public Submission(CSharpCompilation compilation, int boundReferences) => (Compilation, BoundReferences) = (compilation, boundReferences);

    /// <summary>A cell with code.</summary>
    public Submission(CSharpCompilation compilation, int boundReferences, Assembly assembly)
        : this(compilation, boundReferences)
    {
        var symbol = compilation.GetEntryPoint(CancellationToken.None)!;
        Type = assembly.GetType(symbol.ContainingType.MetadataName, throwOnError: true)!;
        _entryPoint = EntryPointOf(Type, symbol.MetadataName);
    }

    public CSharpCompilation Compilation { get; }

    /// <summary>How many references the session had when this was compiled.</summary>
    public int BoundReferences { get; }

    /// <summary>The class that holds the cell's variables as fields; null without code.</summary>
    public Type? Type { get; }

    /// <summary>The assembly and its symbols as they were emitted; null without code.</summary>
    public (MemoryStream Program, MemoryStream Symbols)? Emitted { get; init; }

    /// <summary>The method that runs a compiled cell.</summary>
    public static Func<object?[], Task<object?>> EntryPointOf(Type cell, string name)
    {
        const BindingFlags anyStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        return cell.GetMethod(name, anyStatic)!.CreateDelegate<Func<object?[], Task<object?>>>();
    }

    /// <summary>Whether a later cell could see anything of this one: variables, functions, types, namespaces.</summary>
    public bool Declares
    {
        get
        {
            if (Type is null || Compilation.SyntaxTrees.Length > 1) return true;
            var root = Compilation.SyntaxTrees[0].GetCompilationUnitRoot();
            return root.Usings.Count + root.Externs.Count > 0 || root.ContainsDirectives
                || Compilation.ScriptClass!.GetMembers().Any(member => !member.IsImplicitlyDeclared);
        }
    }

    /// <summary>Whether the cell ends in an expression that has a value, even if it is null.</summary>
    public bool EndsInValue
    {
        get
        {
            // Files that the cell loads come before it.
            var tree = Compilation.SyntaxTrees[^1];
            return CellSyntax.ResultExpression(tree) is { } expression
                && Compilation.GetSemanticModel(tree).GetTypeInfo(expression).ConvertedType is not { SpecialType: SpecialType.System_Void };
        }
    }

    /// <summary>Runs the cell; its variables are put into, and earlier ones read from, the slots.</summary>
    public Task<object?> Start(object?[] slots) => _entryPoint(slots);
}
