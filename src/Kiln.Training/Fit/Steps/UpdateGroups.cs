using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Which optimiser moves which weights.</summary>
internal static class UpdateGroups
{
    /// <summary>One optimiser over all trainable weights, in layer groups where rates differ; one for each part of a module with own losses.</summary>
    public static IReadOnlyList<WeightUpdate> Of(nn.Module module, Lora? lora, TrainOptions options)
    {
        if (module is IOwnLosses own)
            return [.. own.Parts.Select(part => new WeightUpdate(Trainable($"part '{part.Name}'", [part.Weights.parameters()]), options))];
        IEnumerable<IEnumerable<Parameter>> groups = options.LayerLr is null
            ? [module.parameters()]
            : LayerGroups.Of(module).Select(group => group.Weights.Select(entry => entry.Weight));
        // LoRA's matrices learn at the full rate, like the head beside which they were put.
        Parameter[] extra = [.. (lora?.Weights ?? []).Select(entry => entry.Weight)];
        return [new WeightUpdate(Trainable("the model", extra.Length > 0 ? [.. groups.SkipLast(1), [.. groups.Last(), .. extra]] : groups), options)];
    }

    private static IReadOnlyList<IReadOnlyList<Parameter>> Trainable(string whose, IEnumerable<IEnumerable<Parameter>> groups)
    {
        IReadOnlyList<Parameter>[] trainable = [.. groups.Select(group => (Parameter[])[.. group.Where(weight => weight.requires_grad)]).Where(group => group.Length > 0)];
        return trainable.Length > 0
            ? trainable
            : throw new TrainingException($"Training: {whose} has no weights to train. Give it a layer with weights, such as Linear, or register its layers (RegisterComponents finds those in fields).");
    }
}
