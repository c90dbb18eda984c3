namespace Kiln.Runs;

/// <summary>The run store cannot be read or written; the message says what happened to which file and what to do.</summary>
public sealed class RunStoreException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="path">File or folder of the store that is concerned.</param>
    /// <param name="problem">What happened, as the rest of a sentence that begins with the path.</param>
    /// <param name="remedy">What to do, as a sentence.</param>
    /// <param name="inner">The error underneath, if any.</param>
    public RunStoreException(string path, string problem, string remedy, Exception? inner = null)
        : base($"Run store '{path}' {problem}. {remedy}", inner)
    {
        Path = path;
        Remedy = remedy;
    }

    /// <summary>File or folder of the store that is concerned.</summary>
    public string Path { get; }

    /// <summary>What to do.</summary>
    public string Remedy { get; }
}
