using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Puts torch's default generator back where it was: building or training a model must not shift the user's own numbers.</summary>
internal sealed class RandomState : IDisposable
{
    private readonly Tensor _state = get_rng_state().DetachFromDisposeScope();

    public void Dispose()
    {
        set_rng_state(_state);
        _state.Dispose();
    }
}
