using System.Text.Json;

namespace Kiln.Training;

/// <summary>
/// <c>last/history.jsonl</c>: the epochs of a run, a line each, which grows at its end and is never written anew.
/// How many of its lines count is for <c>state.json</c> to say; what lies beyond them, whole or torn, a killed process left.
/// </summary>
internal sealed class HistoryFile(string path)
{
    private const byte LineEnd = (byte)'\n';
    private (int Rows, long Bytes) _committed;
    private (int Rows, long Bytes) _written;

    /// <summary>Appends the epochs that it does not hold, in place of whatever lies beyond those it holds, and flushes them to the disk.</summary>
    /// <param name="epochs">The epochs before the newest one, from 1 on.</param>
    /// <param name="newest">The newest one.</param>
    public void Append(IReadOnlyList<EpochEnded> epochs, EpochEnded newest)
    {
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        file.SetLength(_committed.Bytes);
        file.Position = _committed.Bytes;
        for (int i = _committed.Rows; i < epochs.Count; i++) WriteLine(file, epochs[i]);
        WriteLine(file, newest);
        file.Flush(flushToDisk: true);
        _written = (epochs.Count + 1, file.Position);
    }

    /// <summary>What was appended last counts: a state file that names its epoch is on the disk.</summary>
    public void Commit() => _committed = _written;

    /// <summary>Reads the epochs up to one, from 1 on; the next append goes on behind them.</summary>
    /// <exception cref="JsonException">An epoch is missing, or its line cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be read, or is not there.</exception>
    public IReadOnlyList<EpochRow> Read(int lastEpoch)
    {
        ReadOnlySpan<byte> rest = File.ReadAllBytes(path);
        var rows = new List<EpochRow>(lastEpoch);
        long bytes = 0;
        while (rows.Count < lastEpoch)
        {
            int end = rest.IndexOf(LineEnd);
            if (end < 0) throw new JsonException($"its history, {path}, ends before epoch {rows.Count + 1}");
            EpochRow? row = JsonSerializer.Deserialize(rest[..end], EpochRowJson.Default.EpochRow);
            if (row?.Epoch != rows.Count + 1) throw new JsonException($"line {rows.Count + 1} of its history, {path}, is not epoch {rows.Count + 1}");
            rows.Add(row);
            bytes += end + 1;
            rest = rest[(end + 1)..];
        }
        _committed = (rows.Count, bytes);
        return rows;
    }

    private static void WriteLine(FileStream file, EpochEnded epoch)
    {
        JsonSerializer.Serialize(file, EpochRow.Of(epoch), EpochRowJson.Default.EpochRow);
        file.WriteByte(LineEnd);
    }
}
