using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kiln.Runs;

/// <summary>Runs of a table: what <see cref="CsvSheet"/> wrote, or a table of one's own with a column <c>name</c>. It has no epochs.</summary>
/// <remarks>
/// Columns of runs are known by their names; <c>param_*</c> are hyperparameters; of the others those that hold numbers are metrics,
/// the rest hyperparameters. A row without an id gets one from its content, so that it is taken in once.
/// </remarks>
internal sealed class CsvRuns
{
    private const string Parameter = "param_", Last = "last.";

    private readonly string _path;
    private readonly List<string> _columns;
    private readonly List<(int Line, List<string> Cells)> _rows;
    private readonly HashSet<string> _metrics;

    private CsvRuns(string path, List<(int Line, List<string> Cells)> rows)
    {
        _path = path;
        _columns = rows.Count > 0 ? rows[0].Cells : [];
        if (!_columns.Contains("id") && !_columns.Contains("name"))
            throw Wrong(1, "the first line has neither a column id nor name, by which runs are told apart");
        if (_columns.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw Wrong(1, $"there are two columns '{twice.Key}'");
        _rows = rows[1..];
        if (_rows.FirstOrDefault(row => row.Cells.Count != _columns.Count) is { Cells: { } cells } odd)
            throw Wrong(odd.Line, FormattableString.Invariant($"it has {cells.Count} cells and the first line {_columns.Count}"));
        _metrics = [.. Enumerable.Range(0, _columns.Count).Where(IsMetric).Select(at => _columns[at])];
    }

    /// <exception cref="ArgumentException">A line cannot be read; the message names it.</exception>
    /// <exception cref="RunStoreException">The file cannot be read.</exception>
    public static List<RecordedRun> Read(string path)
    {
        try
        {
            var table = new CsvRuns(path, [.. CsvReader.Read(File.ReadAllText(path))]);
            return [.. table._rows.Select(row => new RecordedRun(table.Run(row.Line, row.Cells), []))];
        }
        catch (FormatException error)
        {
            throw new ArgumentException($"{path} cannot be taken in: {error.Message}.", nameof(path), error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunStoreException(path, $"cannot be read ({error.Message.TrimEnd('.')})", "Check the path; #!runs export FILE.csv writes such a file.", error);
        }
    }

    private RunRecord Run(int line, List<string> cells)
    {
        var id = Text(cells, "id") ?? "csv" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', _columns.Zip(cells)))).AsSpan(0, 5));
        if (!RunIds.IsOne(id)) throw Wrong(line, $"'{id}' is no id of letters and digits");
        return new RunRecord
        {
            Id = id,
            Name = Text(cells, "name") ?? id,
            Kind = Text(cells, "kind") ?? RunRecord.Imported,
            Status = Status(line, Text(cells, "status")),
            StatusReason = Text(cells, "reason"),
            ModelName = Text(cells, "model") ?? "",
            DataName = Text(cells, "data") ?? "",
            Seed = Whole(line, cells, "seed") ?? 0,
            Group = Text(cells, "group"),
            Study = Text(cells, "study"),
            Trial = (int?)Whole(line, cells, "trial"),
            Parent = Text(cells, "parent"),
            Tags = Tags(Text(cells, "tag")),
            CreatedAt = Time(line, cells, "started") ?? DateTimeOffset.UnixEpoch,
            EndedAt = Time(line, cells, "ended"),
            BestEpoch = (int?)Whole(line, cells, "best_epoch"),
            Notes = Text(cells, "notes"),
            Hyperparameters = Values(cells, isMetric: false).ToImmutableSortedDictionary(pair => Bare(pair.Key), pair => pair.Value, StringComparer.Ordinal),
            Metrics = Values(cells, isMetric: true).ToImmutableSortedDictionary(pair => Bare(pair.Key), pair => Number(pair.Value), StringComparer.Ordinal),
        };
    }

    private bool IsMetric(int at) => IsValue(_columns[at]) && !_columns[at].StartsWith(Parameter, StringComparison.Ordinal)
        && _rows.TrueForAll(row => row.Cells[at].Length == 0 || double.TryParse(row.Cells[at], NumberStyles.Float, CultureInfo.InvariantCulture, out _));

    private static bool IsValue(string column) => RunFields.Find(column) is null;

    private IEnumerable<KeyValuePair<string, string>> Values(List<string> cells, bool isMetric) => _columns.Zip(cells, KeyValuePair.Create)
        .Where(pair => IsValue(pair.Key) && pair.Value.Length > 0 && _metrics.Contains(pair.Key) == isMetric);

    private static string Bare(string column) => column.StartsWith(Parameter, StringComparison.Ordinal) ? column[Parameter.Length..]
        : column.StartsWith(Last, StringComparison.Ordinal) ? column[Last.Length..]
        : column;

    private string? Text(List<string> cells, string column) => _columns.IndexOf(column) is >= 0 and var at && cells[at].Length > 0 ? cells[at] : null;

    private long? Whole(int line, List<string> cells, string column) => Text(cells, column) is not { } text ? null
        : Number(text) is var number && number == Math.Floor(number) && Math.Abs(number) < 1e18 ? (long)number
        : throw Wrong(line, $"'{text}' in column {column} is no whole number");

    private DateTimeOffset? Time(int line, List<string> cells, string column) => Text(cells, column) is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time
        : throw Wrong(line, $"'{text}' in column {column} is no time");

    private RunStatus Status(int line, string? text) => text is null ? RunStatus.Finished
        : Enum.TryParse<RunStatus>(text, ignoreCase: true, out var status) && Enum.IsDefined(status) ? status
        : throw Wrong(line, $"'{text}' in column status is none of {string.Join(", ", Enum.GetNames<RunStatus>()).ToLowerInvariant()}");

    // A list as the store has it, or words with commas between.
    private static ImmutableArray<string> Tags(string? text) => text is null ? []
        : text.StartsWith('[') ? JsonColumns.ReadList(text)
        : [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    private ArgumentException Wrong(int line, string problem) => new(
        FormattableString.Invariant($"Line {line} of {_path} cannot be taken in: {problem}. Import takes tables such as #!runs export FILE.csv writes; nothing was taken in."), "path");
}
