using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Kiln.Kernel;

/// <summary>Semantic models of unfinished code on top of the session.</summary>
/// <remarks>
/// One throw-away script document gives the tree an identity in a workspace, which the recommender asks for; the model comes
/// from a compilation chained on the session's last cell, so that no project per cell is needed.
/// </remarks>
internal sealed class Sketches(SubmissionChain chain)
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly Lock _lock = new();

    /// <summary>Looks at code; one caller at a time, because the workspace holds one document.</summary>
    public T With<T>(string code, Func<Sketch, T> look)
    {
        lock (_lock)
        {
            var tree = Tree(code);
            return look(new Sketch(code, tree, chain.Sketch(tree).GetSemanticModel(tree), _workspace));
        }
    }

    private SyntaxTree Tree(string code)
    {
        _workspace.ClearSolution();
        var project = ProjectId.CreateNewId();
        _workspace.AddProject(ProjectInfo.Create(
            project, VersionStamp.Default, "cell", "cell", LanguageNames.CSharp, isSubmission: true, parseOptions: CellSyntax.Options));
        var document = _workspace.AddDocument(DocumentInfo.Create(
            DocumentId.CreateNewId(project),
            "cell.csx",
            sourceCodeKind: SourceCodeKind.Script,
            loader: TextLoader.From(TextAndVersion.Create(SourceText.From(code), VersionStamp.Default))));
        return document.TryGetSyntaxTree(out var tree) ? tree : document.GetSyntaxTreeAsync().GetAwaiter().GetResult()!;
    }
}

/// <summary>Unfinished code with what its names mean.</summary>
internal sealed record Sketch(string Code, SyntaxTree Tree, SemanticModel Model, Workspace Workspace);
