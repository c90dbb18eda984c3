using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Builds modules from definitions and checks that they fit the data.</summary>
public static class ModelBuilder
{
    /// <summary>Builds a module with fresh weights and checks that it maps (N, inputShape) to (N, classes).</summary>
    /// <param name="definition">The model.</param>
    /// <param name="inputShape">Shape of one example, without N.</param>
    /// <param name="classes">K, the number of classes.</param>
    /// <param name="values">Hyperparameter values by name, as text in invariant culture; null takes the defaults.</param>
    /// <param name="seed">The run's seed; the weights follow from it.</param>
    /// <returns>The module in training mode, which the caller disposes, with its hyperparameters and summary.</returns>
    /// <exception cref="ModelShapeException">A layer does not fit, or the output is not (N, classes).</exception>
    /// <exception cref="ModelException">The definition threw, or a hyperparameter is unknown or out of range.</exception>
    /// <remarks>The random state of the caller's thread is the same afterwards as before.</remarks>
    public static BuiltModel Build(
        ModelDefinition definition, long[] inputShape, long classes, IReadOnlyDictionary<string, string>? values = null, long seed = 0)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(inputShape);
        using var random = new RandomState();
        manual_seed(Seeds.ForWeights(seed));
        var hp = new Hyperparameters(values);
        try
        {
            nn.Module<Tensor, Tensor> module = definition.Build(new ModelContext(hp, inputShape, classes))
                ?? throw new ModelException("The definition returned null instead of a module.");
            hp.RequireAllUsed();
            ModelSummary summary = ModelSummary.Of(module, inputShape);
            RequireClasses(summary, classes);
            return new BuiltModel(module, [.. hp.Asked], summary);
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

    private static void RequireClasses(ModelSummary summary, long classes)
    {
        if (summary.OutputShape.Length == 1 && summary.OutputShape[0] == classes)
            return;
        throw new ModelShapeException($"expected an output of (N, {classes}), one value per class, got {ShapeText.OfBatch(summary.OutputShape)} "
            + $"from the last layer, {summary.LastLayer}. End the model with Linear(classes){(summary.OutputShape.Length > 1 ? " after Flatten()" : "")}.");
    }
}

/// <summary>A module and what is known about it.</summary>
/// <param name="Module">The module, in training mode; the caller disposes it.</param>
/// <param name="Hyperparameters">What the definition asked for, with the values taken.</param>
/// <param name="Summary">Layers, shapes, sizes.</param>
public sealed record BuiltModel(nn.Module<Tensor, Tensor> Module, ImmutableArray<Hyperparameter> Hyperparameters, ModelSummary Summary);
