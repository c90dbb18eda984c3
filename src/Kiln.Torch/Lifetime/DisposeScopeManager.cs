using System.Runtime.CompilerServices;

namespace TorchSharp;

/// <summary>One thread's innermost dispose scope, and what the thread did to tensors.</summary>
/// <remarks>Source: TorchSharp, docs/articles/memory.md.</remarks>
/// <seealso href="https://github.com/dotnet/TorchSharp/blob/main/docs/articles/memory.md"/>
// The name is TorchSharp's. Scope and counts stand together because each costs a look-up of the thread, and every tensor
// that is made needs both.
public sealed class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? t_ofThread;

    private readonly ThreadDisposeScopeStatistics _statistics = new();
    private DisposeScope? _innermost;

    /// <summary>What this thread did to tensors and packed sequences.</summary>
    public static ThreadDisposeScopeStatistics Statistics => OfThread._statistics;

    internal static DisposeScopeManager OfThread
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => t_ofThread ?? Start();
    }

    internal LifetimeStatistics Tensors => _statistics.TensorStatistics;

    /// <summary>The innermost open scope, or null. Scopes may close in any order: closed ones are skipped here.</summary>
    internal DisposeScope? Innermost
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _innermost is { IsClosed: true } ? SkipClosed() : _innermost;
        set => _innermost = value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static DisposeScopeManager Start() => t_ofThread = new();

    private DisposeScope? SkipClosed()
    {
        while (_innermost is { IsClosed: true } closed) _innermost = closed.OuterScope;
        return _innermost;
    }
}
