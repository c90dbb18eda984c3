using System.Collections.Immutable;

namespace Kiln.Runs;

public sealed partial class RunStore
{
    /// <summary>Adds tags to a run.</summary>
    /// <param name="id">Id of the run.</param>
    /// <param name="tags">The tags.</param>
    /// <returns>All tags it has now.</returns>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    public ImmutableArray<string> Tag(string id, params IEnumerable<string> tags) => ChangeTags(id, old => [.. old.Union(tags)]);

    /// <summary>Takes tags off a run; those it has not are left out.</summary>
    /// <param name="id">Id of the run.</param>
    /// <param name="tags">The tags.</param>
    /// <returns>All tags it has now.</returns>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    public ImmutableArray<string> Untag(string id, params IEnumerable<string> tags) => ChangeTags(id, old => [.. old.Except(tags)]);

    /// <summary>Sets the note of a run.</summary>
    /// <param name="id">Id of the run.</param>
    /// <param name="text">The note; empty or null takes it away.</param>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    public void Note(string id, string? text) => Change(id, (connection, key, _) =>
        connection.Run("UPDATE runs SET notes = @notes WHERE key = @key", ("key", key), ("notes", string.IsNullOrWhiteSpace(text) ? null : text)));

    /// <summary>Takes runs out of all lists; <see cref="Restore"/> brings them back until <see cref="Vacuum"/>. Their files stay.</summary>
    /// <param name="ids">Ids of the runs.</param>
    /// <exception cref="RunNotFoundException">There is no such run; then none is removed.</exception>
    /// <exception cref="ArgumentException">A living process trains one of them; then none is removed.</exception>
    public void Remove(params IEnumerable<string> ids)
    {
        var runs = ids.Select(id => ById(id) ?? throw NotFound(id)).ToList();
        if (runs.FirstOrDefault(run => run.Status == RunStatus.Running) is { } running)
            throw new ArgumentException($"Run {running.Id} is being trained. Stop it first: #!runs stop {running.Id}", nameof(ids));
        SetRemoved(runs, _time.GetUtcNow());
    }

    /// <summary>Brings removed runs back.</summary>
    /// <param name="ids">Ids of the runs; none for those that were removed last, by one call.</param>
    /// <returns>The runs that are back.</returns>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    public ImmutableArray<RunRecord> Restore(params IEnumerable<string> ids)
    {
        var runs = ids.Select(id => ById(id) ?? throw NotFound(id)).ToList();
        if (runs.Count == 0 && List(new RunFilter { Removed = true }) is { Count: > 0 } removed)
            runs = [.. removed.Where(run => run.RemovedAt == removed.Max(one => one.RemovedAt))];
        SetRemoved(runs, null);
        return [.. runs.Select(run => run with { RemovedAt = null })];
    }

    /// <summary>Deletes the removed runs for good, with their files, and gives their space back.</summary>
    /// <returns>How many there were.</returns>
    public int Vacuum()
    {
        var removed = List(new RunFilter { Removed = true });
        _database.WriteThrough(connection => connection.Run("DELETE FROM runs WHERE removed_at IS NOT NULL"));
        foreach (var run in removed)
            DeleteFolder(RunFolder(run.Id));
        _database.Run("VACUUM");
        return removed.Count;
    }

    private ImmutableArray<string> ChangeTags(string id, Func<ImmutableArray<string>, ImmutableArray<string>> change)
    {
        ImmutableArray<string> tags = [];
        Change(id, (connection, key, run) =>
        {
            tags = change(run.Tags);
            connection.Run("UPDATE runs SET tags = @tags WHERE key = @key", ("key", key), ("tags", JsonColumns.Write(tags)));
            RunValues.SetTags(connection, key, tags);
        });
        return tags;
    }

    private void SetRemoved(List<RunRecord> runs, DateTimeOffset? at) => _database.Write(connection =>
    {
        foreach (var run in runs)
            connection.Run("UPDATE runs SET removed_at = @at WHERE id = @id", ("id", run.Id), ("at", Timestamps.WriteOrNull(at)));
        return runs.Count;
    });

    private static void DeleteFolder(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Describe(folder, error);
        }
    }
}
