using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Kernel;

/// <summary>What one cell declares and imports, and those before it.</summary>
/// <remarks>Made once per cell, so that a completion does not walk through the whole session again.</remarks>
internal sealed class SessionNames
{
    private static readonly ConditionalWeakTable<CSharpCompilation, SessionNames> Known = [];
    private static readonly SessionNames Nothing = new([], new ImportedNames());

    private readonly SessionNames? _earlier;
    private readonly IReadOnlyList<ISymbol> _declared;
    private readonly ImportedNames _imports;

    private SessionNames(IReadOnlyList<ISymbol> declared, ImportedNames imports, SessionNames? earlier = null) =>
        (_declared, _imports, _earlier) = (declared, imports, earlier);

    /// <summary>The names that a cell finds when it starts.</summary>
    public static SessionNames Before(CSharpCompilation cell)
    {
        var unknown = new Stack<CSharpCompilation>();
        var names = Nothing;
        for (var at = cell.ScriptCompilationInfo?.PreviousScriptCompilation; at is not null; at = at.ScriptCompilationInfo?.PreviousScriptCompilation)
        {
            if (Known.TryGetValue(at, out names)) break;
            unknown.Push(at);
        }
        names ??= Nothing;
        foreach (var next in unknown) Known.AddOrUpdate(next, names = new SessionNames(DeclaredBy(next), ImportedNames.Of(next), names));
        return names;
    }

    /// <summary>Variables, functions and types that a cell declares at its top level, the last first.</summary>
    public static IReadOnlyList<ISymbol> DeclaredBy(CSharpCompilation cell) =>
        cell.ScriptClass is not { } script ? [] : [.. script.GetMembers().Where(member => member is { CanBeReferencedByName: true, IsImplicitlyDeclared: false }).Reverse()];

    /// <summary>The declarations, those of the newest cell first.</summary>
    public IEnumerable<ISymbol> Declared => Cells.SelectMany(cell => cell._declared);

    /// <summary>The imports of each cell.</summary>
    public IEnumerable<ImportedNames> Imports => Cells.Select(cell => cell._imports);

    private IEnumerable<SessionNames> Cells
    {
        get
        {
            for (var cell = this; cell is not null; cell = cell._earlier) yield return cell;
        }
    }
}
