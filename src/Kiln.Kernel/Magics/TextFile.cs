using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>A text file that a magic reads.</summary>
/// <param name="magic">The magic and its option, for messages.</param>
/// <param name="path">The whole path.</param>
internal sealed class TextFile(string magic, string path)
{
    /// <summary>Its text.</summary>
    /// <exception cref="MagicException">There is no such file, or it cannot be read.</exception>
    public async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists(path)) throw new MagicException($"{magic}: {path} is a folder. Name a file in it.");
        if (!File.Exists(path)) throw new MagicException($"{magic}: there is no file {path}. Paths start at the notebook's folder.");
        try
        {
            return await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MagicException($"{magic}: {path} could not be read: {e.Message}", e);
        }
    }
}
