using Microsoft.DotNet.Interactive.Commands;

namespace Microsoft.DotNet.Interactive.Events;

/// <summary>What a kernel tells while it works.</summary>
public abstract class KernelEvent(KernelCommand command)
{
    public KernelCommand Command { get; } = command;
}

public class CommandSucceeded(KernelCommand command) : KernelEvent(command);

public class CommandFailed(Exception? exception, KernelCommand command, string? message = null) : KernelEvent(command)
{
    public Exception? Exception { get; } = exception;

    public string Message { get; } = message ?? exception?.ToString() ?? "";
}

public abstract class DisplayEvent(object? value, KernelCommand command, IReadOnlyList<FormattedValue> formattedValues, string? valueId) : KernelEvent(command)
{
    public object? Value { get; } = value;

    public IReadOnlyList<FormattedValue> FormattedValues { get; } = formattedValues;

    public string? ValueId { get; } = valueId;
}

public class DisplayedValueProduced(object? value, KernelCommand command, IReadOnlyList<FormattedValue> formattedValues, string? valueId = null)
    : DisplayEvent(value, command, formattedValues, valueId);

public class DisplayedValueUpdated(object? value, string valueId, KernelCommand command, IReadOnlyList<FormattedValue> formattedValues)
    : DisplayEvent(value, command, formattedValues, valueId);

public class ReturnValueProduced(object? value, KernelCommand command, IReadOnlyList<FormattedValue> formattedValues, string? valueId = null)
    : DisplayEvent(value, command, formattedValues, valueId);

public class DiagnosticsProduced(IReadOnlyList<string> messages, KernelCommand command) : KernelEvent(command)
{
    public IReadOnlyList<string> Messages { get; } = messages;
}
