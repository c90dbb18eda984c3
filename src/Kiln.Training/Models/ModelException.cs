namespace Kiln.Training;

/// <summary>A model cannot be built or run. The message names the model, and says what its own code threw, if it did.</summary>
public class ModelException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">Operation, expected, received, remedy.</param>
    /// <param name="inner">What the user's code threw, if it did.</param>
    public ModelException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}

/// <summary>A layer does not fit what comes in, or the model's output does not fit the data.</summary>
public sealed class ModelShapeException : ModelException
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">Layer, line, expected, got, remedy.</param>
    /// <param name="inner">What libtorch said, if it refused first.</param>
    public ModelShapeException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
