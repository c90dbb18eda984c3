namespace Kiln.Kernel;

/// <summary>A notebook file that cannot be read or written; the message names the file, the place in it and the remedy.</summary>
internal sealed class NotebookFileException(string message) : Exception(message);
