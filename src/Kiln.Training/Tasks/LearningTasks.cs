namespace Kiln.Training;

/// <summary>The kinds of tasks, by name.</summary>
public static class LearningTasks
{
    /// <summary>One of K classes for each example.</summary>
    public static LearningTask Classification { get; } = new Classification();

    /// <summary>Any of K labels for each example.</summary>
    public static LearningTask MultiLabel { get; } = new MultiLabel();

    /// <summary>Numbers for each example.</summary>
    public static LearningTask Regression { get; } = new Regression();

    /// <summary>The next token at each step.</summary>
    public static LearningTask LanguageModel { get; } = new LanguageModel();

    /// <summary>The input itself.</summary>
    public static LearningTask Autoencoding { get; } = new Autoencoding();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<LearningTask> All { get; } = [Classification, MultiLabel, Regression, LanguageModel, Autoencoding];

    /// <summary>The names, with "auto" first: what the data's targets suggest.</summary>
    public static IReadOnlyList<string> Names { get; } = ["auto", .. All.Select(task => task.Name)];

    /// <summary>The task of a name for a data set.</summary>
    /// <param name="name">A name, or "auto".</param>
    /// <param name="data">The data set that is learnt from.</param>
    /// <returns>The task.</returns>
    /// <exception cref="ArgumentException">There is no such task, or the data's targets do not fit it.</exception>
    public static LearningTask Find(string name, DataSet data)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(data);
        if (name.Equals("auto", StringComparison.OrdinalIgnoreCase)) return data.Task;
        LearningTask task = All.FirstOrDefault(task => task.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"There is no task '{name}'. {Suggestions.Hint(name, Names)}");
        return task.Fits(data)
            ? task
            : throw new ArgumentException($"Task: {task.Name} cannot be learnt from '{data.Name}', whose targets are made for {data.Task.Name}. Leave the task out, or load other data.");
    }

    /// <summary>The task that targets are made for.</summary>
    internal static LearningTask Of(TargetKind kind) => kind switch
    {
        TargetKind.Class => Classification,
        TargetKind.Labels => MultiLabel,
        TargetKind.Tokens => LanguageModel,
        _ => Regression,
    };
}
