using System.Data.Common;
using System.Text.Json;

namespace Kiln.Runs;

/// <summary>The lines of a journal, read; a line that was torn when its process died is left out.</summary>
internal sealed class JournalFile
{
    private readonly List<EpochRecord> _epochs = [];
    private readonly List<StepCurve> _steps = [];
    private readonly List<ArtefactRecord> _artefacts = [];
    private RunRecord? _run;
    private RunEnd? _end;

    /// <summary>Whether nobody writes it any more: the run's end is in it, or its process is gone.</summary>
    public bool IsClosed => _run is { } run && (_end is not null || new OwningProcess(run.Host, run.ProcessId, run.ProcessStart).IsGone());

    /// <summary>Reads a file; null where it cannot be read.</summary>
    public static JournalFile? Read(string file)
    {
        var journal = new JournalFile();
        try
        {
            foreach (var line in File.ReadLines(file).Where(line => line.Length > 0))
                journal.Take(line);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
        return journal;
    }

    /// <summary>Adds what it has to a store. Call inside a transaction.</summary>
    /// <returns>Whether there was a run in it.</returns>
    public bool Write(DbConnection connection)
    {
        if (_run is not { } run)
            return false;
        if (!RunTable.TryInsert(connection, run with { SchemaVersion = Schema.Version }) && !run.Hyperparameters.IsEmpty)
            RunTable.SetHyperparameters(connection, run);
        if (_epochs.Count > 0)
            EpochTable.TryAppend(connection, run.Id, _epochs);
        foreach (var steps in _steps)
            StepTable.TryAppend(connection, run.Id, steps);
        ArtefactTable.TryAdd(connection, run.Id, _artefacts);
        return _end?.TryWrite(connection, run.Id) ?? true;
    }

    public static void WriteRun(Stream stream, RunRecord run) => WriteLine(stream, "run", writer => RunFile.Write(writer, run));

    public static void Write(Stream stream, JournalEntry entry)
    {
        foreach (var epoch in entry.Epochs)
            WriteLine(stream, "epoch", writer => RunJson.Write(writer, epoch));
        if (entry.Steps is { Points.IsEmpty: false } steps)
            WriteLine(stream, "steps", writer => StepJson.Write(writer, steps));
        foreach (var artefact in entry.Artefacts ?? [])
            WriteLine(stream, "artefact", writer => ArtefactJson.Write(writer, artefact));
        if (entry.End is { } end)
            WriteEnd(stream, end);
    }

    private static void WriteEnd(Stream stream, RunEnd end) => WriteLine(stream, "end", writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("status", RunTable.StatusText(end.Status));
        writer.WriteString("status_reason", end.Reason);
        writer.WriteString("ended_at", Timestamps.Write(end.At));
        if (end.Metrics is not null)
        {
            writer.WritePropertyName("metrics");
            JsonColumns.WriteNumbers(writer, end.Metrics);
        }
        if (end.BestEpoch is { } best)
            writer.WriteNumber("best_epoch", best);
        writer.WriteEndObject();
    });

    private static void WriteLine(Stream stream, string kind, Action<Utf8JsonWriter> write)
    {
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WritePropertyName(kind);
            write(writer);
            writer.WriteEndObject();
        }
        stream.Write("\n"u8);
    }

    private void Take(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.TryGetProperty("run", out var run))
                _run = RunJson.ReadRun(run);
            else if (document.RootElement.TryGetProperty("epoch", out var epoch))
                _epochs.Add(RunJson.ReadEpoch(epoch));
            else if (document.RootElement.TryGetProperty("steps", out var steps))
                _steps.Add(StepJson.Read(steps));
            else if (document.RootElement.TryGetProperty("artefact", out var artefact))
                _artefacts.Add(ArtefactJson.Read(artefact));
            else if (document.RootElement.TryGetProperty("end", out var end))
                _end = ReadEnd(end);
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            // Torn: its epoch is trained again from the checkpoint, or lost with its process.
        }
    }

    private static RunEnd ReadEnd(JsonElement json) => new(
        Enum.TryParse<RunStatus>(RunJson.Text(json, "status"), ignoreCase: true, out var status) ? status : RunStatus.Failed,
        RunJson.Text(json, "status_reason"),
        json.TryGetProperty("metrics", out var metrics) ? JsonColumns.ReadNumbers(metrics.GetRawText()) : null,
        (int?)RunJson.Number(json, "best_epoch"),
        RunJson.Time(json, "ended_at") ?? throw new FormatException("The end has no time."));
}
