using System.Runtime.CompilerServices;

namespace TorchSharp;

/// <summary>Owns every tensor that its thread makes while it is the innermost scope, and frees them together.</summary>
/// <remarks>Scopes nest and belong to the thread that made them; they do not survive an <c>await</c>. Make one with
/// <see cref="torch.NewDisposeScope"/>. Source: TorchSharp, docs/articles/memory.md.</remarks>
public sealed partial class DisposeScope : IDisposable
{
    private const int Batch = 256;

    [ThreadStatic]
    private static DisposeScope? t_current;

    private readonly List<IDisposable> _others = [];
    private torch.Tensor[] _tensors = new torch.Tensor[32];
    private int _count;
    private bool _disposed;

    internal DisposeScope()
    {
        OuterScope = Current;
        t_current = this;
    }

    /// <summary>The innermost open scope of this thread, or null.</summary>
    internal static DisposeScope? Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var scope = t_current;
            return scope is null || !scope._disposed ? scope : LeaveDisposed(scope);
        }
    }

    internal DisposeScope? OuterScope { get; }

    /// <summary>How many tensors and other objects the scope owns.</summary>
    public int DisposablesCount => _count + _others.Count;

    /// <summary>A copy of the list of what the scope owns.</summary>
    public IReadOnlyList<IDisposable> DisposablesView => [.. _tensors.AsSpan(0, _count), .. _others];

    /// <summary>Frees all that the scope owns and closes it. Disposing twice does nothing.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        DisposeEverything();
        _disposed = true;
        _ = Current;
    }

    /// <summary>Frees all that the scope owns; the scope stays open.</summary>
    public void DisposeEverything()
    {
        FreeTensors();
        foreach (var disposable in _others.ToArray()) disposable.Dispose();
        _others.Clear();
    }

    /// <summary>Whether the scope owns an object.</summary>
    public bool Contains(IDisposable disposable) =>
        disposable is torch.Tensor tensor ? ReferenceEquals(tensor.OwningScope, this) : _others.Contains(disposable);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(torch.Tensor tensor)
    {
        if (_count == _tensors.Length) Array.Resize(ref _tensors, _count * 2);
        tensor.EnterScope(this, _count);
        _tensors[_count++] = tensor;
    }

    /// <summary>Lets a tensor go; the last one takes its slot.</summary>
    internal void Remove(torch.Tensor tensor, int slot)
    {
        var last = _tensors[--_count];
        _tensors[_count] = null!;
        if (!ReferenceEquals(last, tensor))
        {
            _tensors[slot] = last;
            last.EnterScope(this, slot);
        }
        tensor.LeaveScope();
    }

    // Scopes may close in any order and on any thread: closed ones are skipped when the thread looks for its innermost.
    private static DisposeScope? LeaveDisposed(DisposeScope scope)
    {
        DisposeScope? open = scope;
        while (open is { _disposed: true }) open = open.OuterScope;
        return t_current = open;
    }

    private unsafe void FreeTensors()
    {
        var handles = stackalloc nint[Batch];
        for (var done = 0; done < _count; done += Batch)
        {
            var count = Math.Min(Batch, _count - done);
            for (var i = 0; i < count; i++) handles[i] = _tensors[done + i].GiveHandleToScope();
            Native.kiln_tensors_free(handles, count);
        }
        torch.Tensor.CountFreed(_count);
        Array.Clear(_tensors, 0, _count);
        _count = 0;
    }
}
