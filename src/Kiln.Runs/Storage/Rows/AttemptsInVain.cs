using System.Data.Common;

namespace Kiln.Runs;

/// <summary>How often in a row a run's process was killed before it had finished another epoch.</summary>
/// <param name="Count">The attempts; 0 where the last one went on.</param>
/// <param name="Epochs">The epochs that there are now.</param>
internal readonly record struct AttemptsInVain(int Count, long Epochs)
{
    /// <summary>Counts for a run that is not running.</summary>
    public static AttemptsInVain Of(DbConnection connection, RunRecord run)
    {
        // A trial of several seeds or folds makes its epochs in runs of their own.
        var (count, before, epochs) = connection.Rows(
            """
            SELECT attempts_in_vain, epochs_before,
                (SELECT count(*) FROM epochs WHERE run IN (SELECT key FROM runs WHERE id = @id OR (parent = @id AND parent_kind = 'search')))
            FROM runs WHERE id = @id
            """,
            row => (row.GetInt32(0), row.GetInt64(1), row.GetInt64(2)), ("id", run.Id))[0];
        // An interrupt is nobody's fault, and no progress either.
        return new(epochs > before ? 0 : RunStore.IsKilled(run.StatusReason) ? count + 1 : count, epochs);
    }
}
