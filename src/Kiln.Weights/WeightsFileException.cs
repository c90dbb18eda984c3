namespace Kiln.Weights;

/// <summary>A weights file that cannot be read or written. The message names the file, what is wrong and what to do.</summary>
public sealed class WeightsFileException : IOException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problem">What is wrong, and what to do about it.</param>
    /// <param name="cause">What the system reported, or null.</param>
    public WeightsFileException(string path, string problem, Exception? cause = null) : base($"{path}: {problem}", cause) => FilePath = path;

    /// <summary>The file.</summary>
    public string FilePath { get; }
}
