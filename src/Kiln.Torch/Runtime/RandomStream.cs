namespace TorchSharp;

/// <summary>
/// Random numbers that belong to one thread: from its making to its end, what the thread draws, seeds and saves without naming a
/// generator neither sees nor shifts the numbers of other threads. An addition of Kiln, not part of TorchSharp.
/// </summary>
/// <remarks>
/// libtorch has one default generator for the whole process, and many of its operators (dropout, recurrent networks) take no other.
/// So each stream has a state of that generator, which is put in when another stream drew last: who draws alone pays nothing.
/// Threads without a stream share one. Functions of a <c>torch.jit</c> program draw from the stream that drew last.
/// </remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/random.html#torch.random.fork_rng"/>
public sealed class RandomStream : IDisposable
{
    [ThreadStatic]
    private static RandomStream? t_own;

    private readonly RandomStream? _outer;

    /// <summary>Starts a stream for the calling thread, with the numbers that would have come next.</summary>
    public RandomStream()
    {
        using (Draw.Begin()) State = torch.Generator.Default.NativeState().DetachFromDisposeScope();
        (_outer, t_own) = (t_own, this);
    }

    private RandomStream(torch.Tensor? state) => State = state;

    /// <summary>That of all threads that have none of their own.</summary>
    internal static RandomStream Shared { get; } = new(state: null);

    /// <summary>The calling thread's.</summary>
    internal static RandomStream OfThread => t_own ?? Shared;

    /// <summary>Where the numbers go on; null while they are in libtorch's generator.</summary>
    internal torch.Tensor? State { get; set; }

    /// <summary>Ends the stream; the thread goes on with the numbers that it had before. Called by the thread that made it.</summary>
    public void Dispose()
    {
        if (!ReferenceEquals(t_own, this)) return;
        t_own = _outer;
        using (Draw.Begin()) State?.Dispose();
    }
}
