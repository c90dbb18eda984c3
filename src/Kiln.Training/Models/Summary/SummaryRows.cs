using System.Collections.Immutable;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>The rows of a summary: the layers of a stack and of its groups, or the innermost modules of any other module.</summary>
internal static class SummaryRows
{
    public static IEnumerable<SummaryRow> Of(nn.Module module, ModuleTrace trace) => module is LayerStack stack
        ? OfStack(stack, trace, 0)
        : ModuleTree.Leaves(module).Select(leaf => Row(leaf.Name, KindOf(leaf.Module), leaf.Module, trace.ShapeOf(leaf.Module), trace, 0));

    // Our own modules bear the names of their layers.
    private static string KindOf(nn.Module module) => module.GetType().Assembly == typeof(SummaryRows).Assembly ? module.GetName() : module.GetType().Name;

    private static IEnumerable<SummaryRow> OfStack(LayerStack stack, ModuleTrace trace, int depth) =>
        stack.Steps.SelectMany(step => OfStep(step, trace, depth));

    private static IEnumerable<SummaryRow> OfStep(StackedLayer step, ModuleTrace trace, int depth)
    {
        switch (step.Module)
        {
            case LayerStack group:
                return OfStack(group, trace, depth + 1).Prepend(Heading(step, depth));
            case ResidualBlock block:
                IEnumerable<SummaryRow> rows = OfStack(block.Body, trace, depth + 1).Prepend(Heading(step, depth));
                return block.Shortcut is { } shortcut ? rows.Append(ShortcutRow(step, shortcut, trace, depth + 1)) : rows;
            default:
                return [Row(step.Number, step.Kind, step.Module, step.Output.Sizes, trace, depth)];
        }
    }

    private static SummaryRow Heading(StackedLayer step, int depth) =>
        new(step.Number, step.Kind, [.. step.Output.Sizes], 0, 0) { Depth = depth, IsGroup = true };

    private static SummaryRow ShortcutRow(StackedLayer step, nn.Module<Tensor, Tensor> shortcut, ModuleTrace trace, int depth) =>
        Row($"{step.Number}.shortcut", shortcut is Linear ? nameof(Linear) : "Conv2d 1×1 + BatchNorm2d", shortcut, step.Output.Sizes, trace, depth);

    private static SummaryRow Row(string name, string kind, nn.Module module, long[]? shape, ModuleTrace trace, int depth) =>
        new(name, kind, shape?.ToImmutableArray(), ModuleSize.Trainable(module), trace.MultiplyAddsOf(module))
        {
            Frozen = ModuleSize.Frozen(module),
            Depth = depth,
            Detail = LayerDetail.Of(module),
        };
}
