using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Layers one after the other, made when the size of each one's input is known. State-dict keys are those of Sequential: "0.weight".</summary>
public sealed class LayerStack : nn.Module<Tensor, Tensor>
{
    private readonly List<StackedLayer> _steps = [];

    private LayerStack() : base(nameof(LayerStack))
    {
    }

    /// <summary>The layers in order.</summary>
    internal IReadOnlyList<StackedLayer> Steps => _steps;

    /// <summary>Makes the modules of the layers, walking a batch of two through them to learn the sizes.</summary>
    /// <param name="layers">The layers in order.</param>
    /// <param name="inputShape">Shape of one example, without N.</param>
    /// <returns>The module, in training mode.</returns>
    /// <exception cref="ModelShapeException">A layer does not fit what comes in: names layer, line, expected, got, remedy.</exception>
    /// <exception cref="ModelException">A module of the user's own threw.</exception>
    public static nn.Module<Tensor, Tensor> Build(IEnumerable<Layer> layers, long[] inputShape)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(inputShape);
        var stack = new LayerStack();
        long[] shape = inputShape;
        foreach (Layer layer in layers)
            shape = stack.Add(layer, shape);
        if (stack._steps.Count == 0)
            throw new ModelShapeException("A model needs at least one layer, got none. Begin with Linear(classes) after Flatten().");
        stack.train();
        return stack;
    }

    /// <summary>Runs the layers one after the other.</summary>
    /// <param name="input">(N, *) a batch.</param>
    /// <returns>(N, *) what the last layer returns; the caller disposes it.</returns>
    public override Tensor forward(Tensor input)
    {
        Tensor output = input;
        foreach (StackedLayer step in _steps) output = step.Module.call(output);
        return output;
    }

    private long[] Add(Layer layer, long[] inputShape)
    {
        string where = Where(layer);
        nn.Module<Tensor, Tensor> module = layer.Make(new LayerInput(where, inputShape));
        long[] outputShape = DummyBatch.ShapeAfter(module, inputShape, where);
        register_module(_steps.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), module);
        _steps.Add(new StackedLayer(module, layer.Kind, where, outputShape));
        return outputShape;
    }

    private string Where(Layer layer)
    {
        int number = _steps.Count + 1;
        return layer.Line > 0
            ? FormattableString.Invariant($"{layer.Kind} (layer {number}, line {layer.Line})")
            : FormattableString.Invariant($"{layer.Kind} (layer {number})");
    }
}

/// <summary>A layer in its place.</summary>
/// <param name="Module">The module made.</param>
/// <param name="Kind">"Conv2d".</param>
/// <param name="Where">"Conv2d (layer 1, line 1)".</param>
/// <param name="OutputShape">Shape of one example after it, without N.</param>
internal sealed record StackedLayer(nn.Module<Tensor, Tensor> Module, string Kind, string Where, long[] OutputShape);
