using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Kiln.Training;

/// <summary>An epoch as a checkpoint keeps it: a line of <c>last/history.jsonl</c>.</summary>
internal sealed record EpochRow(
    int Epoch, ImmutableSortedDictionary<string, double> Metrics, bool IsBest, bool CheckpointWritten, double ElapsedSeconds)
{
    public static EpochRow Of(EpochEnded e) => new(e.Epoch, e.Metrics, e.IsBest, e.CheckpointWritten, e.Elapsed.TotalSeconds);

    public EpochEnded ToEvent() => new(Epoch, Metrics, IsBest, CheckpointWritten, TimeSpan.FromSeconds(ElapsedSeconds));
}

// A metric that is not defined, such as the area under a curve of one class, is NaN.
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(EpochRow))]
internal sealed partial class EpochRowJson : JsonSerializerContext;
