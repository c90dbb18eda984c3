namespace Kiln.Training;

/// <summary>What a definition may look at while it builds a module.</summary>
/// <param name="hp">The hyperparameters.</param>
/// <param name="shape">What the task asks of the model.</param>
public sealed class ModelContext(Hyperparameters hp, TaskShape shape)
{
    /// <summary>Asks for hyperparameters: <c>hp.Int("hidden", 32, 256)</c>.</summary>
    public Hyperparameters Hp { get; } = hp;

    /// <summary>The task that the model is for.</summary>
    public LearningTask Task { get; } = shape.Task;

    /// <summary>Shape of one example, without N: (1, 28, 28).</summary>
    public long[] InputShape { get; } = shape.Input;

    /// <summary>Number of values in one example: the product of <see cref="InputShape"/>.</summary>
    public long Features => InputShape.Aggregate(1L, (product, size) => product * size);

    /// <summary>How many numbers the last layer must give: classes, columns to predict, labels, tokens of the vocabulary, or values of an input.</summary>
    public long Outputs { get; } = shape.Outputs;

    /// <summary>K, the number of classes the model must tell apart; the same as <see cref="Outputs"/>.</summary>
    public long Classes => Outputs;

    /// <summary>V, the number of tokens that an example is made of; 0 where it is made of numbers.</summary>
    public long Vocabulary { get; } = shape.Vocabulary;

    /// <summary>What one example looks like.</summary>
    internal ExampleForm Input => new(InputShape, Vocabulary > 0, Vocabulary);
}
