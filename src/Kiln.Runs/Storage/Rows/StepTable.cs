using System.Data.Common;

namespace Kiln.Runs;

/// <summary>Rows of the table steps as a curve and back.</summary>
internal static class StepTable
{
    private static readonly string[] Columns = ["epoch", "names", "points", "span", "data"];

    /// <summary>Adds the steps of epochs; those that the run has of the same epochs are replaced. False when the run does not exist.</summary>
    public static bool TryAppend(DbConnection connection, string id, StepCurve steps)
    {
        if (Key(connection, id) is not { } run)
            return false;
        foreach (var epoch in steps.Points.Select(point => point.Epoch).Distinct().ToList())
            Append(connection, run, epoch, steps.Where(one => one == epoch));
        return true;
    }

    /// <summary>All steps of a run.</summary>
    public static StepCurve Of(DbConnection connection, string id) => Key(connection, id) is { } run ? Of(connection, run, "") : StepCurve.Empty;

    /// <summary>Takes back the steps after an epoch.</summary>
    public static void RemoveAfter(DbConnection connection, long run, int epoch) =>
        connection.Run("DELETE FROM steps WHERE run = @run AND epoch > @epoch", ("run", run), ("epoch", epoch));

    private static void Append(DbConnection connection, long run, int epoch, StepCurve steps)
    {
        var (points, span) = connection.Rows(
            "SELECT CAST(coalesce(sum(points), 0) AS BIGINT), coalesce(max(span), 1) FROM steps WHERE run = @run AND epoch <> @epoch",
            row => (row.GetInt64(0), row.GetInt64(1)), ("run", run), ("epoch", epoch))[0];
        // As coarse as those before, lest the newest be told in more detail than their place is worth.
        var added = StepThinning.ToSpan(steps, (int)span);
        if (points + added.Points.Length > StepCurve.Capacity)
            Rewrite(connection, run, epoch, added);
        else
            Insert(connection, run, added);
    }

    /// <summary>Each time it happens the points that are left stand for at least twice as many steps: seldom enough.</summary>
    private static void Rewrite(DbConnection connection, long run, int epoch, StepCurve added)
    {
        var all = StepCurve.Join(Of(connection, run, "AND epoch < @epoch", ("epoch", epoch)), added, Of(connection, run, "AND epoch > @epoch", ("epoch", epoch)));
        connection.Run("DELETE FROM steps WHERE run = @run", ("run", run));
        Insert(connection, run, StepThinning.To(all, StepCurve.Capacity));
    }

    private static void Insert(DbConnection connection, long run, StepCurve steps) => RowInsert.Into(
        connection, "steps", run, Columns,
        steps.Points.GroupBy(point => point.Epoch).Select(epoch => new object?[]
        {
            epoch.Key, string.Join('\n', steps.Names), epoch.Count(), epoch.Max(point => point.Count), StepBlob.Write([.. epoch]),
        }),
        "ON CONFLICT (run, epoch) DO UPDATE SET names = excluded.names, points = excluded.points, span = excluded.span, data = excluded.data");

    private static StepCurve Of(DbConnection connection, long run, string condition, params ReadOnlySpan<(string, object?)> values) =>
        StepCurve.Join(connection.Rows(
            $"SELECT epoch, names, data FROM steps WHERE run = @run {condition} ORDER BY epoch",
            row => Read(row.GetInt32(0), row.GetString(1).Split('\n', StringSplitOptions.RemoveEmptyEntries), row.GetFieldValue<byte[]>(2)),
            [("run", run), .. values]));

    private static StepCurve Read(int epoch, string[] names, byte[] data) => new([.. names], StepBlob.Read(epoch, names.Length, data));

    private static long? Key(DbConnection connection, string id) =>
        connection.Rows("SELECT key FROM runs WHERE id = @id", row => row.GetInt64(0), ("id", id)) is [var key] ? key : null;
}
