namespace Kiln.Kernel;

/// <summary>Whether a folder can be written to, or made.</summary>
internal static class FolderCheck
{
    /// <returns>What is wrong, or null.</returns>
    public static string? Problem(string folder, string remedy)
    {
        var existing = folder;
        while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { } parent) existing = parent;
        try
        {
            var probe = Path.Combine(existing, $".kiln-{Guid.NewGuid():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{folder} cannot be written to: {e.Message.TrimEnd('.')}. {remedy}";
        }
    }
}
