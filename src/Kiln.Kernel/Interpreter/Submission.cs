using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Kernel;

/// <summary>A compiled cell that has not run yet.</summary>
internal sealed class Submission
{
    private readonly Func<object?[], Task<object?>> _entryPoint = static _ => Task.FromResult<object?>(null);

    /// <summary>A cell without code, such as one of using directives only: there is nothing to run, but later cells see it.</summary>
    public Submission(CSharpCompilation compilation, int boundReferences) => (Compilation, BoundReferences) = (compilation, boundReferences);

    /// <summary>A cell with code.</summary>
    public Submission(CSharpCompilation compilation, int boundReferences, Assembly assembly)
        : this(compilation, boundReferences)
    {
        var symbol = compilation.GetEntryPoint(CancellationToken.None)!;
        Type = assembly.GetType(symbol.ContainingType.MetadataName, throwOnError: true)!;
        const BindingFlags anyStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        _entryPoint = Type.GetMethod(symbol.MetadataName, anyStatic)!.CreateDelegate<Func<object?[], Task<object?>>>();
    }

    public CSharpCompilation Compilation { get; }

    /// <summary>How many references the session had when this was compiled.</summary>
    public int BoundReferences { get; }

    /// <summary>The class that holds the cell's variables as fields; null without code.</summary>
    public Type? Type { get; }

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
