using System.Collections;
using System.Runtime.CompilerServices;
using Kiln.Training;
using static TorchSharp.torch;

namespace Kiln.Notebooks;

/// <summary>What the body of <c>#!model</c> may end in: a list of layers, one layer, or a module.</summary>
[CollectionBuilder(typeof(ModelBody), nameof(Of))]
public sealed class ModelBody : IEnumerable<Layer>
{
    private readonly Layer[] _layers;
    private readonly nn.Module<Tensor, Tensor>? _module;

    private ModelBody(Layer[] layers, nn.Module<Tensor, Tensor>? module) => (_layers, _module) = (layers, module);

    /// <summary>A list of layers, as <c>[Linear(64), ReLU(), Linear(classes)]</c> makes it.</summary>
    public static ModelBody Of(ReadOnlySpan<Layer> layers) => new(layers.ToArray(), null);

    /// <summary>One layer.</summary>
    public static implicit operator ModelBody(Layer layer) => new([layer], null);

    /// <summary>A module made by hand, taken as it is.</summary>
    public static implicit operator ModelBody(nn.Module<Tensor, Tensor> module) => new([], module);

    /// <inheritdoc/>
    public IEnumerator<Layer> GetEnumerator() => ((IEnumerable<Layer>)_layers).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The module, its layers' sizes inferred from the input.</summary>
    internal nn.Module<Tensor, Tensor> Build(ModelContext context) => _module ?? LayerStack.Build(_layers, context);
}
