namespace TorchSharp;

/// <summary>A turn at libtorch's default generator, which then has the state of the calling thread's <see cref="RandomStream"/>.</summary>
internal readonly ref struct Draw : IDisposable
{
    private static readonly Lock s_turn = new();
    private static RandomStream s_loaded = RandomStream.Shared;

    private readonly bool _holdsTurn;

    private Draw(bool holdsTurn) => _holdsTurn = holdsTurn;

    /// <summary>Waits for the turn.</summary>
    public static Draw Begin()
    {
        s_turn.Enter();
        try
        {
            var wanted = RandomStream.OfThread;
            if (!ReferenceEquals(wanted, s_loaded)) Load(wanted);
            return new Draw(true);
        }
        catch
        {
            s_turn.Exit();
            throw;
        }
    }

    /// <summary>Waits for the turn where an operator draws at all.</summary>
    public static Draw If(bool draws) => draws ? Begin() : default;

    /// <summary>Waits for the turn where the generator is the default one; null stands for it. Any other is its caller's affair.</summary>
    public static Draw From(torch.Generator? generator) => If(generator is null or { IsDefault: true });

    /// <summary>Lets others draw.</summary>
    public void Dispose()
    {
        if (_holdsTurn) s_turn.Exit();
    }

    private static void Load(RandomStream wanted)
    {
        var generator = torch.Generator.Default;
        s_loaded.State = generator.NativeState().DetachFromDisposeScope();
        s_loaded = wanted;
        generator.Load(wanted.State!);
        wanted.State!.Dispose();
        wanted.State = null;
    }
}
