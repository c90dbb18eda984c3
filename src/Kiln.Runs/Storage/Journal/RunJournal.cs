using System.Security.Cryptography;
using System.Text;

namespace Kiln.Runs;

/// <summary>
/// What a run could not write into its store, a file of JSON lines beside it: the run and who trains it, then epochs, then
/// its end. It is taken in when the store is next opened, or a run begins, and nobody writes it any more.
/// </summary>
internal static class RunJournal
{
    private const string FolderName = "journal";

    /// <summary>Appends lines; the first one of a file says which run it is.</summary>
    /// <returns>The file, beside the store, or in the temporary folder where nothing can be written beside it.</returns>
    /// <exception cref="RunStoreException">Neither can be written.</exception>
    public static string Append(string store, RunRecord run, JournalEntry entry)
    {
        var (beside, substitute) = (Path.Combine(store, FolderName), Substitute(store));
        try
        {
            if (!File.Exists(PathOf(substitute, run.Id)))
                return AppendIn(beside, run, entry);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Then in the temporary folder.
        }
        try
        {
            Move(PathOf(beside, run.Id), substitute);
            return AppendIn(substitute, run, entry);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Describe(substitute, error);
        }
    }

    /// <summary>Removes the journal of a run whose store has all of it.</summary>
    public static void Discard(string store, string run)
    {
        foreach (var folder in Folders(store))
            Delete(PathOf(folder, run));
        Tidy(store);
    }

    /// <summary>Takes in the journals that nobody writes any more.</summary>
    public static void TakeIn(string store, Database database)
    {
        foreach (var file in Folders(store).Where(Directory.Exists).SelectMany(folder => Directory.GetFiles(folder, "*.jsonl")).ToList())
        {
            if (JournalFile.Read(file) is not { IsClosed: true } journal)
                continue;
            database.WriteThrough(connection => journal.Write(connection));
            Delete(file);
        }
        Tidy(store);
    }

    /// <summary>Leaves no empty folder in the temporary one.</summary>
    private static void Tidy(string store)
    {
        try
        {
            if (Directory.Exists(Substitute(store)) && !Directory.EnumerateFileSystemEntries(Substitute(store)).Any())
                Directory.Delete(Substitute(store));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Somebody else writes into it just now.
        }
    }

    /// <summary>What was written beside the store before goes along: a run has one journal.</summary>
    private static void Move(string file, string folder)
    {
        if (!File.Exists(file))
            return;
        Directory.CreateDirectory(folder);
        File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        Delete(file);
    }

    private static string AppendIn(string folder, RunRecord run, JournalEntry entry)
    {
        Directory.CreateDirectory(folder);
        var file = PathOf(folder, run.Id);
        using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        using var lines = new MemoryStream();
        if (stream.Position == 0)
            JournalFile.WriteRun(lines, run);
        else
            // Ends a line that a full disk may have torn.
            lines.WriteByte((byte)'\n');
        JournalFile.Write(lines, entry);
        Write(stream, lines.GetBuffer().AsSpan(0, (int)lines.Length));
        return file;
    }

    private static void Write(FileStream stream, ReadOnlySpan<byte> lines)
    {
        var end = stream.Position;
        try
        {
            stream.Write(lines);
            stream.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            // Half of it would say less than nothing: a file without its first line is nobody's.
            stream.SetLength(end);
            if (end == 0)
                Delete(stream.Name);
            throw;
        }
    }

    private static IEnumerable<string> Folders(string store) => [Path.Combine(store, FolderName), Substitute(store)];

    private static string Substitute(string store) =>
        Path.Combine(Path.GetTempPath(), "kiln-journal-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(store)).AsSpan(0, 6)));

    private static string PathOf(string folder, string run) => Path.Combine(folder, run + ".jsonl");

    private static void Delete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It is taken in once more at the next opening, which changes nothing.
        }
    }
}
