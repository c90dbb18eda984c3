using System.Text.Json;

namespace Kiln.Runs;

/// <summary>A recorded file as a JSON object and back.</summary>
internal static class ArtefactJson
{
    public static void Write(Utf8JsonWriter writer, ArtefactRecord artefact)
    {
        writer.WriteStartObject();
        writer.WriteString("path", artefact.Path);
        writer.WriteNumber("bytes", artefact.Bytes);
        writer.WriteString("sha256", artefact.Sha256);
        writer.WriteString("recorded_at", Timestamps.Write(artefact.RecordedAt));
        writer.WriteEndObject();
    }

    /// <exception cref="FormatException">It has no path, size or hash.</exception>
    public static ArtefactRecord Read(JsonElement json) => new(
        RunJson.Text(json, "path") ?? throw new FormatException("The artefact has no path."),
        RunJson.Number(json, "bytes") ?? throw new FormatException("The artefact has no size."),
        RunJson.Text(json, "sha256") ?? throw new FormatException("The artefact has no hash."),
        RunJson.Time(json, "recorded_at") ?? default);
}
