using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>Runs the parts of one cell in order: C# and magics.</summary>
internal sealed class CellProgram(SubmissionChain chain, Directives directives, CommandTable magics)
{
    /// <summary>Runs a cell.</summary>
    /// <returns>The value of the last C# part, if it ends in an expression.</returns>
    /// <exception cref="OperationCanceledException">The cell was interrupted between its parts.</exception>
    public async Task<CellValue> RunAsync(string code, CellContext cell)
    {
        var host = new CellHost(cell, chain);
        using var attached = NotebookSession.Attach(host);
        var value = CellValue.None;
        foreach (var part in magics.Split(code))
        {
            cell.Interrupted.ThrowIfCancellationRequested();
            if (part is CodePart csharp) value = await RunAsync(csharp, cell);
            if (part is MagicPart magic) value = await RunAsync(magic, cell, host);
        }
        return value;
    }

    private async Task<CellValue> RunAsync(CodePart part, CellContext cell)
    {
        // Blank lines instead of a #line directive: lines and columns are then the cell's own.
        var padded = new string('\n', part.FirstLine - 1) + part.Code;
        var submission = chain.Compile(await directives.ApplyAsync(padded, cell), cell.Name);
        var value = await chain.Run(submission);
        return value is not null || submission.EndsInValue ? new CellValue(true, value) : CellValue.None;
    }

    private async Task<CellValue> RunAsync(MagicPart magic, CellContext cell, INotebookHost host)
    {
        var handled = cell.InterruptIsHandled;
        cell.InterruptIsHandled = true;
        await magics.RunAsync(magic, host);
        cell.InterruptIsHandled = handled;
        return CellValue.None;
    }
}

/// <summary>What a cell evaluated to.</summary>
/// <param name="Exists">Whether there is a value to show.</param>
/// <param name="Value">The value; null is a value, too.</param>
internal readonly record struct CellValue(bool Exists, object? Value)
{
    public static CellValue None => default;
}
