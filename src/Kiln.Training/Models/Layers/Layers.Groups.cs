namespace Kiln.Training;

/// <content>Layers made of layers. Their line is that of their first layer.</content>
public static partial class Layers
{
    /// <summary><c>x + layers(x)</c>. Where the layers change the shape, x goes through a projection: for pictures a 1×1 convolution
    /// with <see cref="BatchNorm2d"/>, for vectors and sequences a <see cref="Linear"/> without bias.</summary>
    /// <param name="layers">The layers of the branch.</param>
    /// <remarks>Nothing follows the sum; put a <see cref="ReLU"/> after it where the design has one. Source: He et al. 2015, section 3.</remarks>
    public static Layer Residual(params Layer[] layers) => Layer.Group(nameof(Residual), Checked(nameof(Residual), layers), input =>
    {
        LayerStack branch = LayerStack.Build(layers, input.Form, input.Place);
        return new ResidualBlock(branch, Projection.Between(input, branch.Output.Sizes));
    });

    /// <summary>Layers one after the other as one layer, so that a part of a model can be kept in a variable.</summary>
    /// <param name="layers">The layers in order.</param>
    public static Layer Sequential(params Layer[] layers) => Stacked(nameof(Sequential), Checked(nameof(Sequential), layers));

    /// <summary>The same layers several times in a row, each time with weights of their own.</summary>
    /// <param name="times">How often, 1 or more.</param>
    /// <param name="layers">The layers to repeat.</param>
    /// <exception cref="ModelException">One of them is a module made already, which has only one set of weights.</exception>
    public static Layer Repeat(int times, params Layer[] layers)
    {
        Checked(nameof(Repeat), layers);
        if (times < 1) throw new ModelShapeException(FormattableString.Invariant($"Repeat: expected at least 1 time, got {times}."));
        if (times > 1 && layers.FirstOrDefault(layer => layer.Module is not null) is { } module)
            throw new ModelException($"Repeat: {module.Kind} is a module made already, and all {times} places would share its weights. "
                + "Use a layer such as Linear(64), or write the modules out.");
        return Stacked(nameof(Repeat), [.. Enumerable.Repeat(layers, times).SelectMany(group => group)]);
    }

    private static Layer Stacked(string kind, Layer[] layers) =>
        Layer.Group(kind, layers, input => LayerStack.Build(layers, input.Form, input.Place));

    private static Layer[] Checked(string kind, Layer[]? layers) => layers is { Length: > 0 }
        ? layers
        : throw new ModelShapeException($"{kind}: expected at least one layer, got none. Write the layers between its brackets.");
}
