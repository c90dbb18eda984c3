using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kiln;

/// <summary>What a worker process tells the one that started it: a line of JSON on its standard output.</summary>
/// <param name="Kind">What happened.</param>
internal sealed record WorkerMessage(WorkerEvent Kind)
{
    // Whatever else comes out of the process (native code prints where it likes) is no message.
    private const string Mark = "kiln-worker ";

    /// <summary>Number of the trial; null where it is about none.</summary>
    public int? Trial { get; init; }

    /// <summary>Id of the trial's run.</summary>
    public string? Run { get; init; }

    /// <summary>In words: what went wrong.</summary>
    public string? Text { get; init; }

    /// <summary>The message as a line.</summary>
    public override string ToString() => Mark + JsonSerializer.Serialize(this, WorkerMessageJson.Default.WorkerMessage);

    /// <summary>Reads a line.</summary>
    /// <returns>The message, or null where the line is none.</returns>
    public static WorkerMessage? Read(string line)
    {
        if (!line.StartsWith(Mark, StringComparison.Ordinal)) return null;
        try
        {
            return JsonSerializer.Deserialize(line.AsSpan(Mark.Length), WorkerMessageJson.Default.WorkerMessage);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What happened in a worker.</summary>
internal enum WorkerEvent
{
    /// <summary>It lives.</summary>
    Beat,

    /// <summary>Model and data are there.</summary>
    Ready,

    /// <summary>A trial begins.</summary>
    Begin,

    /// <summary>An epoch of the trial is recorded.</summary>
    Epoch,

    /// <summary>The trial's end is recorded, or the trial was put aside.</summary>
    End,

    /// <summary>It cannot take part at all; the text says why.</summary>
    Refused,
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WorkerMessage))]
internal sealed partial class WorkerMessageJson : JsonSerializerContext;
