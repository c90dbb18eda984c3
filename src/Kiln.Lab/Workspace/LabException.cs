namespace Kiln;

/// <summary>A request that cannot be met: the message says what was expected, what was got and what to do.</summary>
public sealed class LabException(string message, Exception? inner = null) : Exception(message, inner);
