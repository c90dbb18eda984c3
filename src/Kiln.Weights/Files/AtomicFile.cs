namespace Kiln.Weights;

/// <summary>Writes a file that is either the old one or the new one, never half of it.</summary>
public static class AtomicFile
{
    /// <summary>Lets a function write beside the file, flushes that to the disk and gives it the file's name.</summary>
    /// <param name="path">The file; one that exists is replaced once the new one is complete on the disk.</param>
    /// <param name="content">Writes the bytes.</param>
    /// <exception cref="WeightsFileException">The disk is full or the folder cannot be written; a file of that name is as it was.</exception>
    public static void Write(string path, Action<FileStream> content)
    {
        string temporary = path + ".tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            {
                content(file);
                // Without this a crash could leave the new name on an empty file.
                file.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            DeleteQuietly(temporary);
            throw new WeightsFileException(path, $"cannot be written ({e.Message.TrimEnd('.')}). Free some space or choose another folder; a file of that name is unchanged.", e);
        }
    }

    private static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The error that brought us here is the one to report.
        }
    }
}
