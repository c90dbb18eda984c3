namespace Kiln.Training;

/// <summary>A run cannot do what its options ask for with this model and data. The message says why and what to write instead.</summary>
public sealed class TrainingException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">Operation, expected, received, remedy.</param>
    /// <param name="inner">What was thrown first, if anything.</param>
    public TrainingException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
