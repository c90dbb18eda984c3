namespace Kiln.Kernel;

/// <summary>Frames that are no signed message of the protocol; they are dropped and logged.</summary>
internal sealed class MalformedMessageException(string reason) : Exception(reason);
