using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Kiln.Kernel;

/// <summary>The cells of a session: each is compiled on top of the ones that ran before.</summary>
/// <remarks>
/// An own chain instead of Roslyn's scripting API: it keeps variables after an exception, names cell and line in PDBs,
/// and stays flat in memory, because references are given once and later submissions bring only new ones.
/// </remarks>
/// <param name="references">What cells are compiled against; may grow between cells.</param>
/// <param name="usings">Namespaces that every cell sees, and types whose static members it sees.</param>
internal sealed class SubmissionChain(References references, ImmutableArray<string> usings)
{
    private static readonly EmitOptions Symbols = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    private readonly HashSet<IAssemblySymbol> _shared = new(SymbolEqualityComparer.Default);
    private volatile Link _last = new(null, 0, 0);
    private int _serial;

    /// <summary>Loads the compiled cells and finds what they refer to.</summary>
    public CellAssemblies Assemblies { get; } = new();

    /// <summary>The live values of the session.</summary>
    public SessionVariables Variables { get; } = new();

    /// <summary>Compiled expressions that other processes are given, and that this one was.</summary>
    public CellImages Images { get; init; } = new();

    /// <summary>The newest cell; null before the first.</summary>
    public CSharpCompilation? Last => _last.Compilation;

    /// <summary>Compiles a cell without running it.</summary>
    /// <param name="code">The cell's C#.</param>
    /// <param name="path">What errors call the cell, such as <c>Cell [3]</c>.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="CompilationFailedException">The code does not compile.</exception>
    public Submission Compile(string code, string path, CancellationToken cancellationToken = default)
    {
        var link = _last;
        var bound = references.All.Length;
        var typed = CellSyntax.Parse(code, path);
        var asTyped = Create(typed, link, ScriptFiles.AsTyped);
        var compilation = asTyped.ReplaceSyntaxTree(typed, CheckpointWeaver.Weave(asTyped, typed));
        // What a cell loads does not hang on its tree.
        if (typed.GetCompilationUnitRoot(cancellationToken).GetLoadDirectives().Count > 0)
            compilation = compilation.WithOptions(compilation.Options.WithSourceReferenceResolver(ScriptFiles.WovenIn(asTyped)));
        // They hold nothing to free, and some are handed on.
        MemoryStream program = new(), symbols = new();
        var result = CompilerRoom.Do(() => compilation.Emit(program, symbols, options: Symbols, cancellationToken: cancellationToken));
        if (!result.Success)
        {
            // Columns of the woven tree are not the user's: ask without checkpoints.
            var errors = Errors(asTyped.GetDiagnostics(cancellationToken));
            if (!errors.IsEmpty) throw new CompilationFailedException(errors);
            // Roslyn emits nothing, and reports no error, for a cell that only has directives.
            if (Errors(result.Diagnostics).IsEmpty) return new Submission(compilation, bound);
            // What does not bear checkpoints runs without them.
            program.SetLength(0);
            symbols.SetLength(0);
            compilation = asTyped;
            result = CompilerRoom.Do(() => compilation.Emit(program, symbols, options: Symbols, cancellationToken: cancellationToken));
            if (!result.Success) throw new CompilationFailedException(Errors(result.Diagnostics));
        }
        program.Position = symbols.Position = 0;
        var assembly = Assemblies.LoadFromStream(program, symbols);
        CellSymbols.Keep(assembly, symbols);
        return new Submission(compilation, bound, assembly) { Emitted = (program, symbols) };
    }

    /// <summary>Runs a submission; later cells see its declarations from the moment it starts, whatever becomes of it.</summary>
    /// <remarks>What declares nothing is no link: the compiler looks every name up in one link after the other.</remarks>
    public Task<object?> Run(Submission submission)
    {
        if (!submission.Declares) return RunApart(submission);
        var slots = submission.Type is { } type ? Variables.Keep(type) : [];
        _last = new Link(submission.Compilation, _last.Count + 1, submission.BoundReferences);
        return submission.Start(slots);
    }

    /// <summary>Runs a submission of which later cells see nothing.</summary>
    public Task<object?> RunApart(Submission submission) => submission.Start(Variables.Borrow());

    /// <summary>A compilation of unfinished code on top of the session, for completion and inspection.</summary>
    public CSharpCompilation Sketch(SyntaxTree tree) => Create(tree, _last, ScriptFiles.AsTyped);

    /// <summary>What this submission declares counts as shared from now on.</summary>
    public void MarkShared(Submission submission) => _shared.Add(submission.Compilation.Assembly);

    /// <summary>Names of what the submission uses of earlier cells that are not shared.</summary>
    public IReadOnlyList<string> Captures(Submission submission) => CaptureFinder.Find(submission.Compilation, _shared);

    private static ImmutableArray<Diagnostic> Errors(ImmutableArray<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    private CSharpCompilation Create(SyntaxTree tree, Link link, ScriptFiles files) => CSharpCompilation.CreateScriptCompilation(
        // Every compilation needs a name of its own: equal names make Roslyn and the loader mix cells up.
        string.Create(CultureInfo.InvariantCulture, $"cell-{link.Count}-{Interlocked.Increment(ref _serial)}"),
        tree,
        link.Compilation is null ? references.All : references.All.Skip(link.BoundReferences),
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            scriptClassName: string.Create(CultureInfo.InvariantCulture, $"{Submission.ClassPrefix}{link.Count}"),
            usings: usings,
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            sourceReferenceResolver: files,
            // A cell is small: handing its methods to other threads takes longer than compiling them.
            concurrentBuild: false,
            metadataReferenceResolver: PathResolver.Instance,
            nullableContextOptions: NullableContextOptions.Disable),
        link.Compilation,
        typeof(object));

    /// <summary>The end of the chain.</summary>
    /// <param name="Compilation">The last kept submission; null before the first.</param>
    /// <param name="Count">How many there are.</param>
    /// <param name="BoundReferences">How many references they have seen.</param>
    private sealed record Link(CSharpCompilation? Compilation, int Count, int BoundReferences);
}
