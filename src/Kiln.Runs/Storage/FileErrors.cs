namespace Kiln.Runs;

/// <summary>What the file system's errors mean for the owner of a store, and what to do.</summary>
internal static class FileErrors
{
    public static RunStoreException Describe(string path, Exception error) => new(
        path,
        $"cannot be written ({error.Message.TrimEnd('.')})",
        "Make the folder writable and see that its disk has space, or set KILN_HOME to a folder that is.",
        error);
}
