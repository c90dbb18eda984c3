namespace Kiln.Training;

/// <summary>A data set cannot be loaded: unknown, not installed, damaged, or its values do not fit. The message says what to do.</summary>
public sealed class DataException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">Operation, expected, received, remedy.</param>
    /// <param name="inner">What the operating system or a decoder said, if anything.</param>
    public DataException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
