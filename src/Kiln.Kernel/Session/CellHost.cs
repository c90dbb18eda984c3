using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>The notebook as magics see it, bound to one cell.</summary>
internal sealed class CellHost(CellContext cell, SubmissionChain chain) : INotebookHost
{
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

    /// <inheritdoc/>
    public async Task<Evaluation> EvaluateAsync(string code, CancellationToken cancellationToken = default)
    {
        var submission = Compile(code, cancellationToken);
        var captures = chain.Captures(submission);
        return new Evaluation(await chain.RunApart(submission), captures);
    }

    /// <inheritdoc/>
    public async Task<Evaluation> RunSharedAsync(string code, CancellationToken cancellationToken = default)
    {
        var submission = Compile(code, cancellationToken);
        var captures = chain.Captures(submission);
        chain.MarkShared(submission);
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
