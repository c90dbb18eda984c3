using Kiln.Training;

namespace Kiln.Notebooks.Tests;

/// <summary>Summaries of small real models.</summary>
internal static class Summaries
{
    /// <summary>A linear layer on 8 x 8 pictures.</summary>
    public static ModelSummary Linear { get; } = Make();

    private static ModelSummary Make()
    {
        var definition = new ModelDefinition("net", "", context => LayerStack.Build([Layers.Flatten(), Layers.Linear(context.Classes)], context.InputShape));
        var built = ModelBuilder.Build(definition, [1, 8, 8], 10);
        using var module = built.Module;
        return built.Summary;
    }
}
