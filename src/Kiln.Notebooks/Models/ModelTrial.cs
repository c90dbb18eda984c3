using System.Collections.Immutable;
using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>A model as it fits some data.</summary>
/// <param name="Summary">Its layers.</param>
/// <param name="Hyperparameters">What it asked for.</param>
/// <param name="InputName">What it was tried on.</param>
internal sealed record ModelTrial(ModelSummary Summary, ImmutableArray<Hyperparameter> Hyperparameters, string InputName)
{
    /// <summary>Tries a model on the first input that it fits; a model may be meant for any of them.</summary>
    /// <returns>The trial, or null where there is no input.</returns>
    /// <exception cref="ModelException">It fits none; the message is that of the first.</exception>
    public static ModelTrial? Of(ModelDefinition definition, IReadOnlyList<ModelInputs> inputs)
    {
        ModelException? first = null;
        foreach (var input in inputs)
            try
            {
                var built = ModelBuilder.Build(definition, input.Shape);
                built.Module.Dispose();
                return new ModelTrial(built.Summary, built.Hyperparameters, input.Name);
            }
            catch (ModelException misfit)
            {
                first ??= misfit;
            }
        return first is null ? null : throw first;
    }
}
