using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>The notebook as magics see it, bound to one cell.</summary>
internal sealed class CellHost(CellContext cell, SubmissionChain chain, CellProgram program) : INotebookHost
{
    private readonly List<Action> _atEnd = [];

    /// <summary>The running cell.</summary>
    public CellContext Cell => cell;

    /// <summary>The live variables.</summary>
    public SessionVariables Variables => chain.Variables;

    /// <summary>What <c>#!value</c> holds.</summary>
    public SharedValues Values => program.Values;

    /// <summary>The files that are being imported, the innermost on top.</summary>
    public Stack<string> Files { get; } = [];

    /// <inheritdoc/>
    public bool IsLookedAt => cell.IsLookedAt;

    /// <inheritdoc/>
    public CancellationToken Interrupted
    {
        get
        {
            // Who holds the token means to end in order: the kernel then waits instead of giving up at once.
            cell.InterruptIsHandled = true;
            return cell.Interrupted;
        }
    }

    /// <inheritdoc/>
    public string Display(MimeBundle bundle)
    {
        var id = DisplayIds.New();
        cell.Output.Display(bundle, id, update: false);
        return id;
    }

    /// <inheritdoc/>
    public void Update(string displayId, MimeBundle bundle) => cell.Output.Display(bundle, displayId, update: true);

    /// <summary>A path as typed in the cell or in the file being imported: it starts at the folder of either.</summary>
    public string PathOf(string typed) =>
        Path.GetFullPath(typed, Files.TryPeek(out var file) ? Path.GetDirectoryName(file)! : Directory.GetCurrentDirectory());

    /// <summary>Runs C# and magics of a file within this cell and shows their value.</summary>
    public async Task RunAsync(string code, string path)
    {
        if (await program.RunAsync(code, path, this) is { Exists: true, Value: var value }) Display(ValueFormatters.Bundle(value));
    }

    /// <summary>Runs C# that a magic has written; its declarations stay.</summary>
    public Task RunSilentlyAsync(string code) => chain.Run(Compile(code, CancellationToken.None));

    /// <summary>Does something when the cell has ended, well or not.</summary>
    public void AtEnd(Action action) => _atEnd.Add(action);

    /// <summary>Does what <see cref="AtEnd"/> was given.</summary>
    public void End() => _atEnd.ForEach(action => action());

    /// <inheritdoc/>
    public async Task<Evaluation> EvaluateAsync(string code, CancellationToken cancellationToken = default)
    {
        if (await chain.Images.Find(code) is { } image) return new Evaluation(await image.Start(chain.Assemblies), []);
        var submission = Compile(code, cancellationToken);
        var captures = chain.Captures(submission);
        if (captures.Count == 0) chain.Images.Keep(code, submission);
        return new Evaluation(await chain.RunApart(submission), captures);
    }

    /// <inheritdoc/>
    public async Task<Evaluation> RunSharedAsync(string code, CancellationToken cancellationToken = default)
    {
        var submission = Compile(code, cancellationToken);
        var captures = chain.Captures(submission);
        // What uses the session is no part of what can be rebuilt elsewhere, nor is what uses it.
        if (captures.Count == 0) chain.MarkShared(submission);
        return new Evaluation(await chain.Run(submission), captures);
    }

    /// <inheritdoc/>
    public bool TryGetVariable(string name, out object? value) => chain.Variables.TryGet(name, out value);

    private Submission Compile(string code, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return chain.Compile(code, cell.Name);
        }
        catch (CompilationFailedException e)
        {
            throw new CellCodeException(e.Message);
        }
    }
}
