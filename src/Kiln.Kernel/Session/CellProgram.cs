using Kiln.Notebooks;
using Microsoft.DotNet.Interactive;

namespace Kiln.Kernel;

/// <summary>Runs the parts of one cell in order: C# and magics.</summary>
internal sealed class CellProgram(SubmissionChain chain, Directives directives, CommandTable magics)
{
    private const char ByteOrderMark = '\uFEFF';

    private readonly CellDialect _dialect = new();

    /// <summary>What <c>#!value</c> holds.</summary>
    public SharedValues Values { get; } = new();

    /// <summary>Runs a cell.</summary>
    /// <returns>The value of the last part, if it is C# that ends in an expression.</returns>
    /// <exception cref="OperationCanceledException">The cell was interrupted between its parts.</exception>
    public async Task<CellValue> RunAsync(string code, CellContext cell)
    {
        var host = new CellHost(cell, chain, this);
        using var attached = NotebookSession.Attach(host);
        LabWorkspace.Current.Worker ??= WorkerCommand.ThisProgram() with { Greeting = chain.Images.ToString };
        try
        {
            return await RunAsync(code, cell.Name, host);
        }
        finally
        {
            host.End();
        }
    }

    /// <summary>Runs a cell, or a file, within a running cell.</summary>
    /// <param name="code">C# and magics.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="host">The running cell.</param>
    public async Task<CellValue> RunAsync(string code, string name, CellHost host)
    {
        var value = CellValue.None;
        foreach (var part in magics.Split(code.TrimStart(ByteOrderMark)))
        {
            // A cell has one result, its last part's; a value before that is shown where it came up.
            if (value.Exists) host.Display(ValueFormatters.Bundle(value.Value));
            host.Cell.Interrupted.ThrowIfCancellationRequested();
            value = part is CodePart csharp ? await RunAsync(csharp, name, host.Cell) : await RunAsync((MagicPart)part, host);
        }
        return value;
    }

    private async Task<CellValue> RunAsync(CodePart part, string name, CellContext cell)
    {
        // Blank lines instead of a #line directive: lines and columns are then the cell's own.
        var padded = new string('\n', part.FirstLine - 1) + part.Code;
        foreach (var loaded in ScriptFiles.TextsOf(padded, name)) await directives.ApplyAsync(loaded, cell);
        var (usings, code) = _dialect.Translate(await directives.ApplyAsync(padded, cell));
        if (usings.Length > 0) await chain.Run(chain.Compile(usings, name));
        var submission = chain.Compile(code, name, cell.Interrupted);
        cell.Interrupted.ThrowIfCancellationRequested();
        var value = await chain.Run(submission);
        // What display() returns has been shown already; without its semicolon it would be shown twice.
        if (value is DisplayedValue) return CellValue.None;
        return value is not null || submission.EndsInValue ? new CellValue(true, value) : CellValue.None;
    }

    private async Task<CellValue> RunAsync(MagicPart magic, CellHost host)
    {
        var handled = host.Cell.InterruptIsHandled;
        host.Cell.InterruptIsHandled = true;
        // #!set asks for itself, because it tells passwords from text.
        var answered = magics.Find(magic.Name) is SetMagic ? magic : MagicInputs.Fill(magic, host);
        await magics.RunAsync(answered, host);
        host.Cell.InterruptIsHandled = handled;
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
