using Kiln.Search;
using Kiln.Training;

namespace Kiln;

/// <summary>The space that a model's own <c>hp.*</c> describe.</summary>
internal static class ModelSpace
{
    /// <summary>A dimension for each hyperparameter.</summary>
    /// <exception cref="LabException">The model has none.</exception>
    public static Space Of(ModelDefinition model, IReadOnlyCollection<Hyperparameter> hyperparameters) => hyperparameters.Count > 0
        ? new Space([.. hyperparameters.Select(DimensionOf)])
        : throw new LabException(
            $"--space is missing, and model '{model.Name}' has no hyperparameters of its own. Say what to search, for example --space \"lr=log(1e-4,1e-1) batch={{32,64}}\", or make a size in the model one: Linear(hp.Int(\"hidden\", 32, 256)).");

    private static Dimension DimensionOf(Hyperparameter asked) => asked.Kind switch
    {
        _ when asked.Low is { } only && only == asked.High => new ChoiceDimension(asked.Name, [ParameterValue.Parse(asked.Default)]),
        HyperparameterKind.Int => new IntDimension(asked.Name, (long)asked.Low!.Value, (long)asked.High!.Value),
        HyperparameterKind.Float => new FloatDimension(asked.Name, asked.Low!.Value, asked.High!.Value),
        HyperparameterKind.Log => new LogFloatDimension(asked.Name, asked.Low!.Value, asked.High!.Value),
        HyperparameterKind.Bool => new BoolDimension(asked.Name),
        _ => new ChoiceDimension(asked.Name, [.. asked.Options.Select(ParameterValue.Parse)]),
    };
}
