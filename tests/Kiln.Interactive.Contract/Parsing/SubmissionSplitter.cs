using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive.Parsing;

/// <summary>Cuts a cell into directives and code.</summary>
internal static class SubmissionSplitter
{
    public static IReadOnlyList<KernelCommand> Split(CompositeKernel root, SubmitCode cell)
    {
        List<KernelCommand> commands = [];
        var kernel = cell.TargetKernelName ?? root.DefaultKernelName;
        foreach (var (isDirective, text) in Pieces(cell.Code))
            if (!isDirective) AddCode(commands, text, kernel);
            else if (root.FindChild(NameOf(text)[2..]) is { } chosen) kernel = chosen.Name;
            else if (root.Directive(NameOf(text)) is not { } directive) return [Refused(cell, $"DNI101: Unknown magic command '{NameOf(text)}'")];
            else if (new DirectiveLine(directive, text).Error() is { } error) return [Refused(cell, error)];
            else commands.Add(new DirectiveCommand(directive.Name));
        if (commands.Count == 0 || (commands is [SubmitCode only] && only.Code == cell.Code)) return [Aimed(cell, kernel)];
        foreach (var command in commands) command.SetParent(cell);
        return commands;
    }

    /// <summary>The pieces of code for whose errors an editor asks; directives have none.</summary>
    public static IReadOnlyList<RequestDiagnostics> Split(RequestDiagnostics request)
    {
        List<RequestDiagnostics> pieces = [];
        foreach (var (_, text) in Pieces(request.Code).Where(piece => !piece.IsDirective && !string.IsNullOrWhiteSpace(piece.Text)))
        {
            pieces.Add(new RequestDiagnostics(text));
            pieces[^1].SetParent(request);
        }
        return pieces;
    }

    private static IEnumerable<(bool IsDirective, string Text)> Pieces(string code)
    {
        var language = "";
        foreach (var line in code.Split('\n'))
            if (line.StartsWith("#!", StringComparison.Ordinal))
            {
                if (language.Length > 0) yield return (false, language);
                language = "";
                yield return (true, line.TrimEnd('\r'));
            }
            else language += line + "\n";
        if (language.Length > 0) yield return (false, language[..^1]);
    }

    private static void AddCode(List<KernelCommand> commands, string text, string kernel)
    {
        if (!string.IsNullOrWhiteSpace(text)) commands.Add(new SubmitCode(text, kernel));
    }

    private static RefusedSubmission Refused(SubmitCode cell, string error)
    {
        var refused = new RefusedSubmission(error);
        refused.SetParent(cell);
        return refused;
    }

    private static SubmitCode Aimed(SubmitCode cell, string kernel)
    {
        cell.TargetKernelName ??= kernel;
        return cell;
    }

    private static string NameOf(string line) => line.Split([' ', '\t'], 2)[0];
}
