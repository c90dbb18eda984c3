namespace Kiln.Charts;

/// <summary>A picture could not be made because of the machine, not because of the chart; the message says what to install.</summary>
public sealed class PictureException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What failed and what to do.</param>
    /// <param name="inner">The cause, if there is one.</param>
    public PictureException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
