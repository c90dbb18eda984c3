namespace Kiln.Notebooks;

/// <summary>A magic cannot do what its line asks; the message is all that the user needs to see.</summary>
public sealed class MagicException : Exception
{
    /// <summary>An error with its one clean message.</summary>
    public MagicException(string message) : base(message) { }

    /// <summary>An error with its one clean message, and what led to it.</summary>
    public MagicException(string message, Exception inner) : base(message, inner) { }
}
