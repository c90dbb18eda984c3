using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>
/// LoRA on one Linear layer: <c>y = x W' + b + 2 x A' B'</c> with A (r, D) and B (K, r); B starts at 0, so the start is the layer as it was.
/// A hook adds it, so it works wherever the layer stands. Source: Hu and others 2021, "LoRA", section 4.1, with alpha = 2 r.
/// </summary>
internal sealed class LoraAdapter : IDisposable
{
    /// <summary>The factor of the product.</summary>
    public const double Scale = 2;

    private readonly Linear _layer;
    private readonly Action _removeHook;
    private Tensor? _unmerged;

    public LoraAdapter(string name, Linear layer, int rank)
    {
        Name = name;
        _layer = layer;
        long rows = layer.weight.shape[0], columns = layer.weight.shape[1];
        double bound = 1 / Math.Sqrt(columns);
        Down = new Parameter(empty(rank, columns).uniform_(-bound, bound).DetachFromDisposeScope());
        Up = new Parameter(zeros(rows, rank).DetachFromDisposeScope());
        Down.DetachFromDisposeScope();
        Up.DetachFromDisposeScope();
        var hook = layer.register_forward_hook((_, input, output) =>
            _unmerged is null ? output + nn.functional.linear(nn.functional.linear(input, Down), Up) * Scale : output);
        _removeHook = hook.remove;
    }

    /// <summary>The layer's name: "2".</summary>
    public string Name { get; }

    /// <summary>(r, D) the trained matrix next to the input.</summary>
    public Parameter Down { get; }

    /// <summary>(K, r) the trained matrix next to the output.</summary>
    public Parameter Up { get; }

    /// <summary>Adds the product to the layer's weight and rests, until <see cref="Unmerge"/>.</summary>
    public void Merge()
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        _unmerged = _layer.weight.detach().clone().DetachFromDisposeScope();
        _layer.weight.add_(Up.matmul(Down), alpha: Scale);
    }

    /// <summary>Puts the layer's weight back, bit for bit.</summary>
    public void Unmerge()
    {
        if (_unmerged is null) return;
        using var noGrad = no_grad();
        _layer.weight.copy_(_unmerged);
        _unmerged.Dispose();
        _unmerged = null;
    }

    /// <summary>Leaves the layer as it is, without the adapter.</summary>
    public void Dispose()
    {
        _removeHook();
        _unmerged?.Dispose();
        Down.Dispose();
        Up.Dispose();
    }
}
