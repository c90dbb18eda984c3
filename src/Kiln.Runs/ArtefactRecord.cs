namespace Kiln.Runs;

/// <summary>A file of a run as it was when it was recorded.</summary>
/// <param name="Path">Where it is: from the run's folder for a file in it (<c>best.safetensors</c>), else the full path.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">SHA-256 of its content, in hexadecimal.</param>
/// <param name="RecordedAt">When it was recorded.</param>
public sealed record ArtefactRecord(string Path, long Bytes, string Sha256, DateTimeOffset RecordedAt)
{
    /// <summary>The file's name without folders.</summary>
    public string Name => System.IO.Path.GetFileName(Path);
}

/// <summary>What became of a file since it was recorded.</summary>
public enum ArtefactState
{
    /// <summary>It has the content it had.</summary>
    Unchanged,

    /// <summary>It has another content, or cannot be read.</summary>
    Changed,

    /// <summary>It is not there.</summary>
    Missing,
}
