namespace Kiln.Training;

/// <summary>What a task asks of a model: the shape of one example, and how many outputs.</summary>
/// <param name="Task">The task.</param>
/// <param name="Input">Shape of one example, without N.</param>
/// <param name="Outputs">How many numbers the last layer gives for one example (of a language model: for one step).</param>
/// <param name="Vocabulary">V, where an example is a row of tokens 0..V-1; 0 where it is numbers.</param>
public sealed record TaskShape(LearningTask Task, long[] Input, long Outputs, long Vocabulary = 0)
{
    /// <summary>What a task on a data set asks.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="task">The task; null (default) takes the one that the targets are made for.</param>
    public static TaskShape Of(DataSet data, LearningTask? task = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        task ??= data.Task;
        return new TaskShape(task, data.InputShape, task.OutputsFor(data), data.VocabularySize);
    }

    /// <summary>Telling classes apart.</summary>
    /// <param name="input">Shape of one example, without N.</param>
    /// <param name="classes">K.</param>
    public static TaskShape Classes(long[] input, long classes) => new(LearningTasks.Classification, input, classes);
}
