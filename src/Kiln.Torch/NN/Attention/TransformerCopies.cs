using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Copies of a layer, as PyTorch's deep copy makes them: equal weights, and no random number drawn.</summary>
internal static class TransformerCopies
{
    public static T Of<T>(T layer, Func<T> build) where T : nn.Module
    {
        using var state = get_rng_state();
        var copy = build();
        set_rng_state(state);
        copy.load_state_dict(layer.state_dict());
        foreach (var (own, given) in copy.parameters().Zip(layer.parameters())) own.requires_grad = given.requires_grad;
        if (!layer.training) copy.eval();
        return copy;
    }
}
