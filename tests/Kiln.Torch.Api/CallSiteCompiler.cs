using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Torch.Api;

/// <summary>Compiles the call sites of the whole list against an assembly, in memory, and reads the verdicts.</summary>
public sealed class CallSiteCompiler
{
    private readonly CallSiteWriter _writer = new();
    private readonly CompilationFrame _frame;

    /// <summary>Compiles against that assembly.</summary>
    /// <param name="assembly">The path of Kiln.Torch.dll or of what stands in for it.</param>
    public CallSiteCompiler(string assembly) => _frame = new CompilationFrame(assembly);

    /// <summary>The verdicts, one a member, in the order of the list.</summary>
    public IReadOnlyList<MemberResult> Check(IReadOnlyList<ApiMember> members)
    {
        var sites = members.SelectMany(_writer.Public).ToList();
        var outcomes = Compile(sites);
        // What is protected, and the constructors of abstract classes, are for derived classes.
        var retried = members.Where(member => member.Type.Kind == "Class" && outcomes[member].Errors.Count > 0);
        foreach (var (member, outcome) in Compile([.. retried.SelectMany(_writer.Derived)]))
            if (outcome.Errors.Count == 0 || outcome.IsProtectedInSealed) outcomes[member] = outcome;
        foreach (var (member, outcome) in Compile([.. members.SelectMany(_writer.Overriding)]))
            outcomes[member].Errors.AddRange(outcome.Errors);
        return [.. members.Select(member => Verdict(member, outcomes[member]))];
    }

    private static MemberResult Verdict(ApiMember member, Outcome outcome)
    {
        var reason = !outcome.IsProtectedInSealed && outcome.Errors.FirstOrDefault() is { } error ? $"{error.Id}: {error.GetMessage()}" : null;
        var isExact = outcome.Symbol is { } symbol && outcome.IsExact;
        if (reason is null && isExact) reason = SymbolComparison.Difference(member, outcome.Symbol!);
        return new MemberResult(member, reason, outcome.Symbol, isExact);
    }

    private Dictionary<ApiMember, Outcome> Compile(IReadOnlyList<CallSite> sites)
    {
        var (compilation, tree) = _frame.Compile(sites.Select(site => site.Code));
        var model = compilation.GetSemanticModel(tree);
        var errors = model.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .ToLookup(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line);
        var declarations = _frame.Declarations(tree);
        var outcomes = new Dictionary<ApiMember, Outcome>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < sites.Count; i++)
        {
            if (!outcomes.TryGetValue(sites[i].Member, out var outcome)) outcomes[sites[i].Member] = outcome = new Outcome();
            var line = declarations[i].GetLocation().GetLineSpan().StartLinePosition.Line;
            outcome.Errors.AddRange(errors[line]);
            if (outcome.Symbol is null && sites[i].TakesAll) outcome.Resolve(compilation, model, sites[i], declarations[i]);
        }

        return outcomes;
    }

    private sealed class Outcome
    {
        public List<Diagnostic> Errors { get; } = [];

        public ISymbol? Symbol { get; private set; }

        public bool IsExact { get; private set; }

        /// <summary>Nobody can call a protected member of a class that is sealed or has no constructor for others, also not in TorchSharp: it only has to be there.</summary>
        public bool IsProtectedInSealed { get; private set; }

        public void Resolve(Compilation compilation, SemanticModel model, CallSite code, MemberDeclarationSyntax site)
        {
            Symbol = SymbolComparison.Used(model, site) ?? SymbolComparison.ProtectedInSealed(model, site, code.Member);
            IsProtectedInSealed = Symbol is { DeclaredAccessibility: Accessibility.Protected } && (Errors.Any(error => error.Id == "CS0509") || Errors.All(error => error.Id is "CS1729" or "CS7036" or "CS0122"));
            IsExact = Symbol is not null && SymbolComparison.HasTypesOf(compilation, model, site, Symbol);
        }
    }
}
