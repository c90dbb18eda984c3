namespace Kiln.Kernel;

/// <summary>What a command cannot do; the message is all that the user needs to see.</summary>
internal sealed class ToolException(string message) : Exception(message);
