using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Kernel;

/// <summary>Names that can be said on their own: of the code around, of this cell, of earlier cells, of imports.</summary>
/// <remarks>
/// The compiler's own list of all names in scope takes each through its lookup, cell by cell: some 100 ms, and more with
/// every cell. Here only names that the code itself declares are looked up; those of cells and namespaces are known already.
/// </remarks>
/// <param name="sketch">The code.</param>
/// <param name="position">The cursor.</param>
/// <param name="typed">What was typed of a name: thousands of types need not be made candidates to be dropped.</param>
internal sealed class ScopeCandidates(Sketch sketch, int position, string typed)
{
    // Newer variables come first; those of the code around the cursor before all.
    private const int OfMembers = 1000;
    private const int OfThisCell = 2000;
    private const int OfEarlierCells = 3000;

    /// <summary>Everything that has a value, and the types.</summary>
    public IEnumerable<Candidate> All() => Locals().Concat(EnclosingMembers()).Concat(Session()).Concat(StaticImports()).Concat(Types());

    /// <summary>Types and namespaces.</summary>
    public IEnumerable<Candidate> TypesOnly() => TypeParameters().Concat(Session().Where(IsType)).Concat(EnclosingMembers().Where(IsType)).Concat(Types());

    /// <summary>The types that the session declares.</summary>
    public IEnumerable<INamedTypeSymbol> SessionTypes() => Declared().SelectMany(symbols => symbols).OfType<INamedTypeSymbol>();

    private IReadOnlyList<ImportedNames> Imports => field ??=
        [ImportedNames.OfSession(sketch.Compilation), ImportedNames.Of(sketch.Compilation), .. sketch.Session.Imports];

    /// <summary>The namespaces whose types need no qualification here.</summary>
    public IReadOnlyCollection<string> ImportedNamespaces => field ??= [.. Imports.SelectMany(imports => imports.Namespaces), ""];

    private static bool IsType(Candidate candidate) => candidate.Symbols is [ITypeSymbol, ..];

    private IEnumerable<Candidate> Locals()
    {
        var names = DeclaredNames.In(sketch.Root).Where(name => name.Span.Length > 0).Select(name => (name.ValueText, name.SpanStart))
            .Append((ValueText: "value", SpanStart: 0)).GroupBy(name => name.ValueText);
        foreach (var name in names)
        {
            var symbol = sketch.Model.LookupSymbols(position, name: name.Key).FirstOrDefault(IsLocal);
            // The nearest above the cursor is the likeliest.
            var distance = name.Min(at => at.SpanStart < position ? position - at.SpanStart : OfMembers);
            if (symbol is not null && !IsBeingDeclared(symbol)) yield return Candidate.Of([symbol], Math.Min(distance, OfMembers - 1));
        }
    }

    private static bool IsLocal(ISymbol symbol) => symbol
        is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or ITypeParameterSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction };

    // "int n = |": n itself is no proposal.
    private bool IsBeingDeclared(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer: { } value }
        && value.FullSpan.Contains(position) && symbol is ILocalSymbol or IFieldSymbol
        && !value.DescendantNodes().OfType<AnonymousFunctionExpressionSyntax>().Any(lambda => lambda.Span.Contains(position));

    private IEnumerable<Candidate> TypeParameters() => Locals().Where(IsType);

    private IEnumerable<Candidate> EnclosingMembers()
    {
        var order = OfMembers;
        for (var type = EnclosingType(); type is { IsScriptClass: false }; type = type.ContainingType)
            for (var at = type; at is { SpecialType: not SpecialType.System_Object }; at = at.BaseType, order++)
                foreach (var same in at.GetMembers().Where(member => IsVisible(member, type)).GroupBy(member => member.Name))
                    yield return Candidate.Of([.. same], order);
    }

    private INamedTypeSymbol? EnclosingType()
    {
        var symbol = sketch.Model.GetEnclosingSymbol(position);
        return symbol as INamedTypeSymbol ?? symbol?.ContainingType;
    }

    private bool IsVisible(ISymbol member, INamedTypeSymbol within) =>
        member is { CanBeReferencedByName: true, IsImplicitlyDeclared: false } && sketch.Compilation.IsSymbolAccessibleWithin(member, within);

    private IEnumerable<Candidate> Session()
    {
        var order = OfThisCell;
        foreach (var symbols in Declared()) yield return Candidate.Of(symbols, order++);
    }

    // A newer declaration hides the older ones of its name.
    private IEnumerable<IReadOnlyList<ISymbol>> Declared()
    {
        var seen = new HashSet<string>();
        var own = SessionNames.DeclaredBy(sketch.Compilation).Where(symbol => symbol.Name != TypedWord.Placeholder && !IsBeingDeclared(symbol));
        foreach (var cell in own.Concat(sketch.Session.Declared).GroupBy(symbol => (symbol.ContainingAssembly, symbol.Name), SymbolsOfCell))
            if (seen.Add(cell.Key.Name)) yield return [.. cell.Reverse()];
    }

    private static readonly IEqualityComparer<(IAssemblySymbol Cell, string Name)> SymbolsOfCell =
        EqualityComparer<(IAssemblySymbol Cell, string Name)>.Create((a, b) => ReferenceEquals(a.Cell, b.Cell) && a.Name == b.Name, key => key.Name.GetHashCode(StringComparison.Ordinal));

    private IEnumerable<Candidate> StaticImports() =>
        from imports in Imports
        from type in imports.Types
        from same in type.GetMembers().Where(member => member is { IsStatic: true, CanBeReferencedByName: true, DeclaredAccessibility: Accessibility.Public }).GroupBy(member => member.Name)
        select Candidate.Of([.. same], Candidate.OfImports);

    private IEnumerable<Candidate> Types()
    {
        foreach (var space in ImportedNamespaces)
            foreach (var type in sketch.Types.In(space))
                if (NameMatching.Of(type.Name, typed) != NameMatch.None) yield return Candidate.Of(type);
        foreach (var (name, target) in Imports.SelectMany(imports => imports.Aliases)) yield return Candidate.Of([target]) with { Text = name, Name = name };
        foreach (var space in NamespaceCandidates.Of(sketch, "", withTypes: false)) yield return space;
    }
}
