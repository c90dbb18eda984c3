using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Kiln.Runs;

/// <summary>Runs and epochs as JSON objects, in the words of <c>run.json</c>, and back.</summary>
internal static class RunJson
{
    /// <summary>A run of which <see cref="RunFile"/> wrote the object.</summary>
    /// <exception cref="FormatException">It has no id or name.</exception>
    public static RunRecord ReadRun(JsonElement json) => new()
    {
        Id = Text(json, "id") is { } id && RunIds.IsOne(id) ? id : throw new FormatException("The run has no id of letters and digits"),
        Name = Text(json, "name") ?? throw new FormatException("The run has no name."),
        Status = Enum.TryParse<RunStatus>(Text(json, "status"), ignoreCase: true, out var status) ? status : RunStatus.Failed,
        StatusReason = Text(json, "status_reason"),
        Kind = Text(json, "kind") ?? "train",
        ModelName = Text(json, "model_name") ?? "",
        ModelSource = Text(json, "model_source") ?? "",
        ModelHash = Text(json, "model_hash") ?? "",
        DataName = Text(json, "data_name") ?? "",
        DataFingerprint = Text(json, "data_fingerprint") ?? "",
        OptionsJson = Raw(json, "options"),
        Seed = Number(json, "seed") ?? 0,
        Parameters = Texts(json, "parameters"),
        Hyperparameters = Texts(json, "hyperparameters"),
        VersionsJson = Raw(json, "versions"),
        Parent = Text(json, "parent"),
        ParentKind = Text(json, "parent_kind"),
        Group = Text(json, "group_name"),
        Study = Text(json, "study"),
        Trial = (int?)Number(json, "trial"),
        Attempts = (int?)Number(json, "attempts") ?? 1,
        Tags = json.TryGetProperty("tags", out var tags) ? JsonColumns.ReadList(tags.GetRawText()) : [],
        Notes = Text(json, "notes"),
        Host = Text(json, "host") ?? "",
        ProcessId = (int?)Number(json, "process_id") ?? 0,
        ProcessStart = Text(json, "process_start") ?? "",
        CreatedAt = Time(json, "created_at") ?? default,
        EndedAt = Time(json, "ended_at"),
        Metrics = json.TryGetProperty("metrics", out var metrics) ? JsonColumns.ReadNumbers(metrics.GetRawText()) : EpochRecord.NoMetrics,
        BestEpoch = (int?)Number(json, "best_epoch"),
    };

    public static void Write(Utf8JsonWriter writer, EpochRecord epoch)
    {
        writer.WriteStartObject();
        writer.WriteNumber("epoch", epoch.Epoch);
        writer.WriteNumber("elapsed_seconds", epoch.Elapsed.TotalSeconds);
        writer.WriteBoolean("is_best", epoch.IsBest);
        writer.WriteBoolean("checkpoint_written", epoch.CheckpointWritten);
        writer.WritePropertyName("metrics");
        JsonColumns.WriteNumbers(writer, epoch.Metrics);
        writer.WriteEndObject();
    }

    public static EpochRecord ReadEpoch(JsonElement json) => new(
        (int)(Number(json, "epoch") ?? throw new FormatException("The epoch has no number.")),
        TimeSpan.FromSeconds(json.GetProperty("elapsed_seconds").GetDouble()),
        JsonColumns.ReadNumbers(json.GetProperty("metrics").GetRawText()),
        json.TryGetProperty("is_best", out var best) && best.GetBoolean(),
        json.TryGetProperty("checkpoint_written", out var written) && written.GetBoolean());

    public static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static long? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;

    public static DateTimeOffset? Time(JsonElement json, string name) =>
        Text(json, name) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;

    private static string Raw(JsonElement json, string name) => json.TryGetProperty(name, out var value)
        ? value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText()
        : "{}";

    private static ImmutableSortedDictionary<string, string> Texts(JsonElement json, string name) => json.TryGetProperty(name, out var value)
        ? JsonColumns.ReadTexts(value.GetRawText())
        : ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
