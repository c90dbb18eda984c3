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

    /// <summary>Keeps what a process of its own needs to take part in a study.</summary>
    /// <param name="study">Id of the study.</param>
    /// <param name="recipe">A text; the store does not look into it.</param>
    public void SetRecipe(string study, string recipe) =>
        _database.Write(connection => connection.Run("UPDATE studies SET recipe = @recipe WHERE id = @id", ("recipe", recipe), ("id", study)));

    /// <summary>What <see cref="SetRecipe"/> was given last.</summary>
    /// <param name="study">Id of the study.</param>
    /// <returns>The text; empty where there is none.</returns>
    public string Recipe(string study) =>
        _database.Use(connection => connection.Rows("SELECT recipe FROM studies WHERE id = @id", row => row.GetString(0), ("id", study)).FirstOrDefault() ?? "");

    /// <summary>Finds a study by its id or name (the newest of that name).</summary>
    /// <param name="idOrName">What to look for.</param>
    /// <returns>The study, or null.</returns>
    public StudyRecord? FindStudy(string idOrName) =>
        _database.Use(connection => StudyTable.Select(connection, idOrName).FirstOrDefault());

    /// <summary>Lists all studies, the newest first.</summary>
    /// <returns>The studies.</returns>
    public IReadOnlyList<StudyRecord> ListStudies() => _database.Use(connection => StudyTable.Select(connection, null));
}
