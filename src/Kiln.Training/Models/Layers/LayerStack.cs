using System.Globalization;
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

    /// <summary>What one example looks like after the last layer.</summary>
    internal ExampleForm Output => _steps[^1].Output;

    /// <summary>Makes the modules of the layers, walking a batch of two through them to learn the sizes.</summary>
    /// <param name="layers">The layers in order.</param>
    /// <param name="inputShape">Shape of one example, without N.</param>
    /// <returns>The module, in training mode.</returns>
    /// <exception cref="ModelShapeException">A layer does not fit what comes in: names layer, line, expected, got, remedy.</exception>
    /// <exception cref="ModelException">A module of the user's own threw.</exception>
    public static nn.Module<Tensor, Tensor> Build(IEnumerable<Layer> layers, long[] inputShape)
    {
        ArgumentNullException.ThrowIfNull(inputShape);
        return Build(layers, new ExampleForm(inputShape));
    }

    /// <summary>The same for the input that a definition is told of, which may be tokens.</summary>
    /// <param name="layers">The layers in order.</param>
    /// <param name="context">What the definition looks at.</param>
    /// <returns>The module, in training mode.</returns>
    /// <exception cref="ModelShapeException">A layer does not fit what comes in: names layer, line, expected, got, remedy.</exception>
    /// <exception cref="ModelException">A module of the user's own threw.</exception>
    public static nn.Module<Tensor, Tensor> Build(IEnumerable<Layer> layers, ModelContext context)
    {
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(context);
        Layer[] all = [.. layers];
        Layer? alone = Array.Find(all, layer => layer.Module is IOwnLosses);
        if (alone is null) return Build(all, context.Input);
        return all.Length == 1
            ? alone.Module!
            : throw new ModelException($"{alone.Kind} has losses of its own, which work on what it returns itself. Let it be the whole model, without other layers.");
    }

    /// <summary>The same for any kind of input, and for a group inside another stack.</summary>
    /// <param name="layers">The layers in order.</param>
    /// <param name="input">What one example looks like.</param>
    /// <param name="place">Where the layers stand; null for a whole model.</param>
    internal static LayerStack Build(IEnumerable<Layer> layers, ExampleForm input, StackPlace? place = null)
    {
        ArgumentNullException.ThrowIfNull(layers);
        var stack = new LayerStack();
        ExampleForm form = input;
        foreach (Layer layer in layers)
            form = stack.Add(layer, form, place ?? new StackPlace());
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

    private ExampleForm Add(Layer layer, ExampleForm input, StackPlace place)
    {
        LayerInput at = place.Enter(layer, _steps.Count + 1, input);
        nn.Module<Tensor, Tensor> module = layer.Make(at);
        ExampleForm output = DummyBatch.FormAfter(module, input, at.Where);
        register_module(_steps.Count.ToString(CultureInfo.InvariantCulture), module);
        _steps.Add(new StackedLayer(module, layer.Kind, at.Place.Number, at.Where, output));
        return output;
    }
}

/// <summary>Where layers stand.</summary>
/// <param name="Number">The number of the layer that they make up, such as "3"; empty for a whole model.</param>
/// <param name="HasLines">Whether their lines are those of code that the user sees.</param>
internal sealed record StackPlace(string Number = "", bool HasLines = true)
{
    /// <summary>What a layer at a position, counted from 1, is told.</summary>
    public LayerInput Enter(Layer layer, int position, ExampleForm input)
    {
        string number = string.Create(CultureInfo.InvariantCulture, $"{Number}{(Number.Length > 0 ? "." : "")}{position}");
        string where = HasLines && layer.Line > 0
            ? FormattableString.Invariant($"{layer.Kind} (layer {number}, line {layer.Line})")
            : $"{layer.Kind} (layer {number})";
        return new LayerInput(where, this with { Number = number }, input);
    }
}

/// <summary>A layer in its place.</summary>
/// <param name="Module">The module made.</param>
/// <param name="Kind">"Conv2d".</param>
/// <param name="Number">"1", or "3.1" inside a group.</param>
/// <param name="Where">"Conv2d (layer 1, line 1)".</param>
/// <param name="Output">What one example looks like after it.</param>
internal sealed record StackedLayer(nn.Module<Tensor, Tensor> Module, string Kind, string Number, string Where, ExampleForm Output);
