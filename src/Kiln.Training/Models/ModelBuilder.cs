using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Builds modules from definitions and checks that they fit the data.</summary>
public static class ModelBuilder
{
    /// <summary>Builds a classifier with fresh weights and checks that it maps (N, inputShape) to (N, classes).</summary>
    /// <param name="definition">The model.</param>
    /// <param name="inputShape">Shape of one example, without N.</param>
    /// <param name="classes">K, the number of classes.</param>
    /// <param name="values">Hyperparameter values by name, as text in invariant culture; null takes the defaults.</param>
    /// <param name="seed">The run's seed; the weights follow from it.</param>
    public static BuiltModel Build(
        ModelDefinition definition, long[] inputShape, long classes, IReadOnlyDictionary<string, string>? values = null, long seed = 0)
    {
        ArgumentNullException.ThrowIfNull(inputShape);
        return Build(definition, TaskShape.Classes(inputShape, classes), values, seed);
    }

    /// <summary>Builds a module with fresh weights and checks that its output fits the task.</summary>
    /// <param name="definition">The model.</param>
    /// <param name="shape">What the task asks of it.</param>
    /// <param name="values">Hyperparameter values by name, as text in invariant culture; null takes the defaults.</param>
    /// <param name="seed">The run's seed; the weights follow from it.</param>
    /// <returns>The module in training mode, which the caller disposes, with its hyperparameters and summary.</returns>
    /// <exception cref="ModelShapeException">A layer does not fit, or the output does not fit the task.</exception>
    /// <exception cref="ModelException">The definition threw, or a hyperparameter is unknown or out of range.</exception>
    /// <remarks>The random state of the caller's thread is the same afterwards as before.</remarks>
    public static BuiltModel Build(
        ModelDefinition definition, TaskShape shape, IReadOnlyDictionary<string, string>? values = null, long seed = 0)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(shape);
        using var random = new RandomState();
        manual_seed(Seeds.ForWeights(seed));
        var hp = new Hyperparameters(values);
        try
        {
            nn.Module<Tensor, Tensor> module = definition.Build(new ModelContext(hp, shape))
                ?? throw new ModelException("The definition returned null instead of a module.");
            hp.RequireAllUsed();
            ModelSummary summary = ModelSummary.Of(module, new ExampleForm(shape.Input, shape.Vocabulary > 0, shape.Vocabulary));
            RequireOutput(module, summary, shape);
            return new BuiltModel(module, [.. hp.Asked], summary.With(ModelHints.For(module, shape.Task)));
        }
        catch (ModelShapeException problem)
        {
            throw new ModelShapeException($"Model '{definition.Name}': {problem.Message}", problem);
        }
        catch (ModelException problem)
        {
            throw new ModelException($"Model '{definition.Name}': {problem.Message}", problem.InnerException);
        }
        catch (Exception problem)
        {
            throw new ModelException($"Model '{definition.Name}' could not be built: {UserError.Text(problem)}", problem);
        }
    }

    // A module with losses of its own says itself what its output is compared with.
    private static void RequireOutput(nn.Module module, ModelSummary summary, TaskShape shape)
    {
        if (module is not IOwnLosses) shape.Task.RequireOutput(summary.OutputShape, summary.LastLayer, shape.Input, shape.Outputs);
    }
}

/// <summary>A module and what is known about it.</summary>
/// <param name="Module">The module, in training mode; the caller disposes it.</param>
/// <param name="Hyperparameters">What the definition asked for, with the values taken.</param>
/// <param name="Summary">Layers, shapes, sizes.</param>
public sealed record BuiltModel(nn.Module<Tensor, Tensor> Module, ImmutableArray<Hyperparameter> Hyperparameters, ModelSummary Summary);
