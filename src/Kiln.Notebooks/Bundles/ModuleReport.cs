using TorchSharp;

namespace Kiln.Notebooks;

/// <summary>A module as the result of a cell: its layers and its size.</summary>
internal static class ModuleReport
{
    /// <summary>The report.</summary>
    public static Report Of(torch.nn.Module module)
    {
        var parameters = module.parameters().ToList();
        var trainable = parameters.Where(parameter => parameter.requires_grad).Sum(parameter => parameter.numel());
        var frozen = parameters.Sum(parameter => parameter.numel()) - trainable;
        return new Report().Code(module.ToString() ?? module.GetName())
            .Aside(Numbers.Of(trainable, "trainable parameter") + (frozen > 0 ? $", {Numbers.Count(frozen)} frozen" : ""));
    }
}
