namespace Kiln.Training;

/// <summary>A file that is either the old one or the new one, never half of it.</summary>
internal static class AtomicFile
{
    public static void Write(string path, byte[] content)
    {
        string temporary = path + ".tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch (IOException)
        {
            // On a full disk the half-written file would take up the space that the next try needs.
            File.Delete(temporary);
            throw;
        }
    }
}
