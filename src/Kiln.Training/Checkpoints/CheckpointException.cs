namespace Kiln.Training;

/// <summary>A checkpoint cannot be continued: it is damaged, or belongs to another run. The message says which and what to do.</summary>
public sealed class CheckpointException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">Operation, expected, received, remedy.</param>
    /// <param name="inner">What reading the files said, if anything.</param>
    public CheckpointException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
