using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>
/// A layer whose input size is not known yet: <c>Linear(120)</c>. A <see cref="LayerStack"/> makes the module when it knows what comes in.
/// </summary>
public sealed class Layer
{
    private readonly Func<LayerInput, nn.Module<Tensor, Tensor>> _make;

    internal Layer(string kind, int line, Func<LayerInput, nn.Module<Tensor, Tensor>> make)
    {
        Kind = kind;
        Line = line;
        _make = make;
    }

    /// <summary>What it is: "Conv2d".</summary>
    public string Kind { get; }

    /// <summary>The line of source it stands in, counted from 1; 0 if not known. A group stands where its first layer stands.</summary>
    public int Line { get; }

    /// <summary>The module, where it was made already and can stand in one place only; null where each place gets a new one.</summary>
    internal nn.Module<Tensor, Tensor>? Module { get; private init; }

    /// <summary>Any module of TorchSharp is a layer.</summary>
    /// <param name="module">The module; a stack that takes it up disposes it.</param>
    public static implicit operator Layer(nn.Module<Tensor, Tensor> module) => FromModule(module);

    /// <summary>Any module of TorchSharp is a layer.</summary>
    /// <param name="module">The module; a stack that takes it up disposes it.</param>
    /// <returns>The layer.</returns>
    public static Layer FromModule(nn.Module<Tensor, Tensor> module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return new Layer(module.GetType().Name, 0, _ => module) { Module = module };
    }

    /// <summary>A layer made of layers.</summary>
    internal static Layer Group(string kind, IReadOnlyList<Layer> layers, Func<LayerInput, nn.Module<Tensor, Tensor>> make) =>
        new(kind, layers.Select(layer => layer.Line).FirstOrDefault(line => line > 0), make);

    internal nn.Module<Tensor, Tensor> Make(LayerInput input) => _make(input);
}
