using System.Text;

namespace Kiln.Kernel;

/// <summary>Writes files that are whole or absent: beside the target, flushed to the disk, renamed.</summary>
internal static class WholeFile
{
    /// <summary>Writes a text as UTF-8.</summary>
    /// <exception cref="IOException">The disk refuses; the file is then as it was.</exception>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes bytes.</summary>
    /// <exception cref="IOException">The disk refuses; the file is then as it was.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        // Renaming over a link would replace the link, not the file it leads to.
        var link = new FileInfo(path);
        var target = link.LinkTarget is null ? link.FullName : link.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        var beside = $"{target}.{Environment.ProcessId}.part";
        try
        {
            using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }
            if (!OperatingSystem.IsWindows() && File.Exists(target)) File.SetUnixFileMode(beside, File.GetUnixFileMode(target));
            File.Move(beside, target, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
