using System.Collections.Immutable;
using System.Text.Json;

namespace Kiln.Runs;

/// <summary>Runs as lines of JSON: the members of <c>run.json</c>, and <c>epochs</c>.</summary>
internal static class RunLines
{
    public static int Write(Stream stream, IReadOnlyList<RunRecord> runs, Func<string, IReadOnlyList<EpochRecord>> epochs)
    {
        foreach (var run in runs)
        {
            using (var writer = new Utf8JsonWriter(stream))
            {
                writer.WriteStartObject();
                RunFile.WriteMembers(writer, run);
                writer.WriteStartArray("epochs");
                foreach (var epoch in epochs(run.Id))
                    RunJson.Write(writer, epoch);
                writer.WriteEndArray();
                writer.WriteEndObject();
            }
            stream.Write("\n"u8);
        }
        return runs.Count;
    }

    /// <summary>The runs of a file.</summary>
    /// <exception cref="ArgumentException">A line is no run.</exception>
    /// <exception cref="RunStoreException">The file cannot be read.</exception>
    public static List<(RunRecord Run, ImmutableArray<EpochRecord> Epochs)> Read(string path)
    {
        var runs = new List<(RunRecord, ImmutableArray<EpochRecord>)>();
        var number = 0;
        try
        {
            foreach (var line in File.ReadLines(path))
            {
                number++;
                if (!string.IsNullOrWhiteSpace(line))
                    runs.Add(Read(line, path, number));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunStoreException(path, $"cannot be read ({error.Message.TrimEnd('.')})", "Check the path; #!runs export FILE.jsonl writes such a file.", error);
        }
        return runs;
    }

    private static (RunRecord, ImmutableArray<EpochRecord>) Read(string line, string path, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            ImmutableArray<EpochRecord> epochs = document.RootElement.TryGetProperty("epochs", out var list) ? [.. list.EnumerateArray().Select(RunJson.ReadEpoch)] : [];
            return (RunJson.ReadRun(document.RootElement), epochs);
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Line {number} of {path} is no run ({error.Message.TrimEnd('.')}). Import takes files that #!runs export FILE.jsonl wrote."), nameof(path), error);
        }
    }
}
