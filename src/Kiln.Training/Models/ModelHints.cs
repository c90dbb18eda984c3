using System.Collections.Immutable;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>What seems wrong with a model that runs: slips that cost accuracy instead of throwing.</summary>
internal static class ModelHints
{
    /// <summary>The hints for a model of a task.</summary>
    public static ImmutableArray<string> For(nn.Module module, LearningTask task)
    {
        if (module is IOwnLosses) return [];
        IReadOnlyList<(string Name, nn.Module Module)> layers = ModuleTree.NamedLeaves(module);
        bool takesLogits = task is Classification or MultiLabel or LanguageModel;
        return [.. takesLogits && layers.Count > 0 ? EndOf(layers[^1]) : [], .. LinearPairs(module)];
    }

    private static IEnumerable<string> EndOf((string Name, nn.Module Module) last)
    {
        switch (last.Module)
        {
            case Softmax or LogSoftmax:
                yield return $"{last.Name} ends the model, but the loss of a classifier takes raw values and applies the softmax itself; "
                    + "a second one slows learning down. Leave it out: predictions show probabilities all the same.";
                break;
            case ReLU or Sigmoid or Tanh or Dropout:
                yield return $"{last.Name} ends the model, but the loss of a classifier takes raw values of any size and sign. End with Linear(classes).";
                break;
        }
    }

    // Only where the order of layers is known: the parts of another module may be called in any order.
    private static IEnumerable<string> LinearPairs(nn.Module module)
    {
        if (module is not LayerStack stack) yield break;
        List<StackedLayer> steps = [.. stack.Steps.Where(step => step.Module is not (Dropout or Identity))];
        for (int i = 1; i < steps.Count; i++)
        {
            if (steps[i - 1].Module is Linear && steps[i].Module is Linear)
                yield return $"{steps[i].Where} follows {steps[i - 1].Where} without an activation between them; together they compute no more than one. Put ReLU() between.";
        }
    }
}
