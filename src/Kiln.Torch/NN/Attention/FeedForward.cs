using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The two linear layers of a transformer layer; they are registered in the layer itself.</summary>
internal sealed class FeedForward
{
    private readonly nn.Activations _activation;

    public FeedForward(TransformerOptions options)
    {
        _activation = options.Activation;
        Widening = nn.Linear(options.DModel, options.DimFeedforward);
        Dropout = nn.Dropout(options.Dropout);
        Narrowing = nn.Linear(options.DimFeedforward, options.DModel);
    }

    public Linear Widening { get; }

    public Dropout Dropout { get; }

    public Linear Narrowing { get; }

    public Tensor Run(Tensor x)
    {
        var wide = Widening.call(x);
        var active = _activation == nn.Activations.GELU ? Ops.gelu(wide) : Ops.relu(wide);
        return Narrowing.call(Dropout.call(active));
    }
}
