namespace Microsoft.DotNet.Interactive.Commands;

/// <summary>What is asked of a kernel.</summary>
public abstract class KernelCommand(string? targetKernelName = null)
{
    public KernelCommand? Parent { get; private set; }

    public string? TargetKernelName { get; internal set; } = targetKernelName;

    public void SetParent(KernelCommand parent, bool bubbleEvents = false)
    {
        if (Parent is not null && Parent != parent) throw new InvalidOperationException("Parent cannot be changed.");
        Parent = parent;
    }
}

/// <summary>A cell, or a piece of it.</summary>
public class SubmitCode(string code, string? targetKernelName = null) : KernelCommand(targetKernelName)
{
    public string Code { get; } = code;
}

/// <summary>An editor asks for the errors of a cell, or of a piece of it.</summary>
public class RequestDiagnostics(string code, string? targetKernelName = null) : KernelCommand(targetKernelName)
{
    public string Code { get; } = code;
}

/// <summary>An action directive without a command type of its own: nothing of its line is public.</summary>
internal sealed class DirectiveCommand(string name) : KernelCommand
{
    public string Name { get; } = name;
}

/// <summary>What is left of a cell with an error in a directive.</summary>
internal sealed class RefusedSubmission(string message) : KernelCommand
{
    public string Message { get; } = message;
}
