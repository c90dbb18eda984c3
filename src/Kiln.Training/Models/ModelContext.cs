namespace Kiln.Training;

/// <summary>What a definition may look at while it builds a module.</summary>
/// <param name="hp">The hyperparameters.</param>
/// <param name="inputShape">Shape of one example, without N.</param>
/// <param name="classes">K, the number of classes.</param>
public sealed class ModelContext(Hyperparameters hp, long[] inputShape, long classes)
{
    /// <summary>Asks for hyperparameters: <c>hp.Int("hidden", 32, 256)</c>.</summary>
    public Hyperparameters Hp { get; } = hp;

    /// <summary>Shape of one example, without N: (1, 28, 28).</summary>
    public long[] InputShape { get; } = inputShape;

    /// <summary>Number of values in one example: the product of <see cref="InputShape"/>.</summary>
    public long Features => InputShape.Aggregate(1L, (product, size) => product * size);

    /// <summary>K, the number of classes the model must tell apart.</summary>
    public long Classes { get; } = classes;
}
