namespace Kiln.Runs;

public sealed partial class RunStore
{
    /// <summary>Records a new study.</summary>
    /// <param name="study">The study. The time of creation is filled in where it is left out.</param>
    /// <returns>The study as it was recorded.</returns>
    public StudyRecord CreateStudy(StudyRecord study)
    {
        var filled = study.CreatedAt == default ? study with { CreatedAt = _time.GetUtcNow() } : study;
        _database.Write(connection => StudyTable.Insert(connection, filled));
        return filled;
    }

    /// <summary>Finds a study by its id or name (the newest of that name).</summary>
    /// <param name="idOrName">What to look for.</param>
    /// <returns>The study, or null.</returns>
    public StudyRecord? FindStudy(string idOrName) =>
        _database.Use(connection => StudyTable.Select(connection, idOrName).FirstOrDefault());

    /// <summary>Lists all studies, the newest first.</summary>
    /// <returns>The studies.</returns>
    public IReadOnlyList<StudyRecord> ListStudies() => _database.Use(connection => StudyTable.Select(connection, null));
}
