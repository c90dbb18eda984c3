using System.Text.Json;

namespace Kiln.Runs;

/// <summary>run.json, the twin of a run's row that people and other programs can read without SQLite.</summary>
internal static class RunFile
{
    public const string Name = "run.json";

    /// <summary>Writes the file anew; a reader sees the old one or the new one, never a half.</summary>
    public static void Write(string folder, RunRecord run)
    {
        var path = Path.Combine(folder, Name);
        try
        {
            Directory.CreateDirectory(folder);
            var temporary = path + ".tmp";
            using (var stream = File.Create(temporary))
            using (var writer = new Utf8JsonWriter(stream, JsonColumns.Indented))
                Write(writer, run);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Describe(path, error);
        }
    }

    /// <summary>The run as a JSON object.</summary>
    public static void Write(Utf8JsonWriter writer, RunRecord run)
    {
        writer.WriteStartObject();
        WriteMembers(writer, run);
        writer.WriteEndObject();
    }

    /// <summary>What stands between the braces of that object.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, RunRecord run)
    {
        WriteIdentity(writer, run);
        writer.WriteString("host", run.Host);
        writer.WriteNumber("process_id", run.ProcessId);
        writer.WriteString("process_start", run.ProcessStart);
        writer.WriteNumber("attempts", run.Attempts);
        writer.WriteString("created_at", Timestamps.Write(run.CreatedAt));
        writer.WriteString("ended_at", run.EndedAt is { } ended ? Timestamps.Write(ended) : null);
        writer.WritePropertyName("metrics");
        JsonColumns.WriteNumbers(writer, run.Metrics);
        WriteNumberOrNull(writer, "best_epoch", run.BestEpoch);
        writer.WriteNumber("schema_version", run.SchemaVersion);
    }

    private static void WriteIdentity(Utf8JsonWriter writer, RunRecord run)
    {
        writer.WriteString("id", run.Id);
        writer.WriteString("name", run.Name);
        writer.WriteString("status", RunTable.StatusText(run.Status));
        writer.WriteString("status_reason", run.StatusReason);
        writer.WriteString("kind", run.Kind);
        writer.WriteString("model_name", run.ModelName);
        writer.WriteString("model_source", run.ModelSource);
        writer.WriteString("model_hash", run.ModelHash);
        writer.WriteString("data_name", run.DataName);
        writer.WriteString("data_fingerprint", run.DataFingerprint);
        WriteJson(writer, "options", run.OptionsJson);
        writer.WriteNumber("seed", run.Seed);
        writer.WritePropertyName("parameters");
        JsonColumns.WriteTexts(writer, run.Parameters);
        writer.WritePropertyName("hyperparameters");
        JsonColumns.WriteTexts(writer, run.Hyperparameters);
        WriteJson(writer, "versions", run.VersionsJson);
        writer.WriteString("parent", run.Parent);
        writer.WriteString("parent_kind", run.ParentKind);
        writer.WriteString("group_name", run.Group);
        writer.WriteString("study", run.Study);
        WriteNumberOrNull(writer, "trial", run.Trial);
        writer.WritePropertyName("tags");
        JsonColumns.WriteList(writer, run.Tags);
        writer.WriteString("notes", run.Notes);
    }

    /// <summary>JSON text as JSON; text that is none as a string.</summary>
    private static void WriteJson(Utf8JsonWriter writer, string name, string json)
    {
        writer.WritePropertyName(name);
        try
        {
            using var document = JsonDocument.Parse(json);
            document.RootElement.WriteTo(writer);
        }
        catch (JsonException)
        {
            writer.WriteStringValue(json);
        }
    }

    private static void WriteNumberOrNull(Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
        else
            writer.WriteNull(name);
    }
}
