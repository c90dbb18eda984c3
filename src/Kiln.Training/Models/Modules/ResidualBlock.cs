using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary><c>shortcut(x) + body(x)</c>; without a shortcut <c>x + body(x)</c>.</summary>
internal sealed class ResidualBlock : nn.Module<Tensor, Tensor>
{
    public ResidualBlock(LayerStack body, nn.Module<Tensor, Tensor>? shortcut) : base("Residual")
    {
        (Body, Shortcut) = (body, shortcut);
        register_module("body", body);
        if (shortcut is not null) register_module("shortcut", shortcut);
    }

    public LayerStack Body { get; }

    public nn.Module<Tensor, Tensor>? Shortcut { get; }

    /// <summary>(N, *) to (N, *'), the shape after the body.</summary>
    public override Tensor forward(Tensor input) => (Shortcut is null ? input : Shortcut.call(input)) + Body.call(input);
}
