using System.Text.Json;

namespace Kiln.Runs;

/// <summary>Runs as lines of JSON: the members of <c>run.json</c>, and <c>epochs</c>, <c>steps</c> and <c>artefacts</c>.</summary>
internal static class RunLines
{
    public static int Write(Stream stream, IEnumerable<RecordedRun> runs)
    {
        var count = 0;
        foreach (var run in runs)
        {
            count++;
            using (var writer = new Utf8JsonWriter(stream))
            {
                writer.WriteStartObject();
                RunFile.WriteMembers(writer, run.Run);
                writer.WriteStartArray("epochs");
                foreach (var epoch in run.Epochs)
                    RunJson.Write(writer, epoch);
                writer.WriteEndArray();
                writer.WritePropertyName("steps");
                StepJson.Write(writer, run.Steps);
                writer.WriteStartArray("artefacts");
                foreach (var artefact in run.Artefacts)
                    ArtefactJson.Write(writer, artefact);
                writer.WriteEndArray();
                writer.WriteEndObject();
            }
            stream.Write("\n"u8);
        }
        return count;
    }

    /// <summary>The runs of a file.</summary>
    /// <exception cref="ArgumentException">A line is no run.</exception>
    /// <exception cref="RunStoreException">The file cannot be read.</exception>
    public static List<RecordedRun> Read(string path)
    {
        var runs = new List<RecordedRun>();
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

    private static RecordedRun Read(string line, string path, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var json = document.RootElement;
            return new RecordedRun(RunJson.ReadRun(json), json.TryGetProperty("epochs", out var epochs) ? [.. epochs.EnumerateArray().Select(RunJson.ReadEpoch)] : [])
            {
                Steps = json.TryGetProperty("steps", out var steps) ? StepJson.Read(steps) : StepCurve.Empty,
                Artefacts = json.TryGetProperty("artefacts", out var artefacts) ? [.. artefacts.EnumerateArray().Select(ArtefactJson.Read)] : [],
            };
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Line {number} of {path} is no run ({error.Message.TrimEnd('.')}). Import takes files that #!runs export FILE.jsonl wrote."), nameof(path), error);
        }
    }
}
