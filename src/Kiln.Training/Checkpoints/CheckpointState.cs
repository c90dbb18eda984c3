using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Kiln.Training;

/// <summary>The part of a checkpoint that is text, <c>last/state.json</c>: whose it is and how far it got. Tensors lie beside it.</summary>
internal sealed record CheckpointState
{
    public const int NewestSchema = 2;

    public int Schema { get; init; } = NewestSchema;

    /// <summary>Last finished epoch, counted from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>Name of the file in the same folder that holds the tensors of that epoch.</summary>
    public required string Tensors { get; init; }

    public required RunIdentity Identity { get; init; }

    public required int Threads { get; init; }

    public required double ElapsedSeconds { get; init; }

    public required ImmutableArray<EpochRow> History { get; init; }
}

/// <summary>An epoch as a checkpoint keeps it.</summary>
internal sealed record EpochRow(
    int Epoch, ImmutableSortedDictionary<string, double> Metrics, bool IsBest, bool CheckpointWritten, double ElapsedSeconds)
{
    public static EpochRow Of(EpochEnded e) => new(e.Epoch, e.Metrics, e.IsBest, e.CheckpointWritten, e.Elapsed.TotalSeconds);

    public EpochEnded ToEvent() => new(Epoch, Metrics, IsBest, CheckpointWritten, TimeSpan.FromSeconds(ElapsedSeconds));
}

[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(CheckpointState))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
