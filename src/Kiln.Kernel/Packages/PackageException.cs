namespace Kiln.Kernel;

/// <summary>A package that cannot be had; the message is all that the user needs to see.</summary>
internal sealed class PackageException(string message) : Exception(message);
