using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Kiln.Training;

/// <summary>The part of a checkpoint that is text, <c>last/state.json</c>: whose it is and how far it got. Tensors lie beside it.</summary>
internal sealed record CheckpointState
{
    public const int NewestSchema = 3;

    /// <summary>The oldest that can be continued: it holds its history itself.</summary>
    public const int OldestSchema = 2;

    public int Schema { get; init; } = NewestSchema;

    /// <summary>Last finished epoch, counted from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>Name of the file in the same folder that holds the tensors of that epoch.</summary>
    public required string Tensors { get; init; }

    public required RunIdentity Identity { get; init; }

    public required int Threads { get; init; }

    public required double ElapsedSeconds { get; init; }

    /// <summary>The epochs, of the oldest schema only: since then they are in <see cref="HistoryFile"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<EpochRow> History { get; init; }
}

[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(CheckpointState))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
