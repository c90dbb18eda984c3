using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace TorchSharp;

/// <summary>Owns every tensor that its thread makes while it is the innermost scope, and frees them together.</summary>
/// <remarks>Scopes nest and belong to the thread that made them; they do not survive an <c>await</c>. Make one with
/// <see cref="torch.NewDisposeScope"/>. Source: TorchSharp, docs/articles/memory.md.</remarks>
/// <seealso href="https://github.com/dotnet/TorchSharp/blob/main/docs/articles/memory.md"/>
public sealed partial class DisposeScope : IDisposable
{
    private readonly DisposeScopeManager _manager = DisposeScopeManager.OfThread;
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly DisposeScope? _outer;
    private readonly List<IDisposable> _others = [];
    private torch.Tensor[] _tensors = new torch.Tensor[32];
    private int _count;
    private List<nint>? _leftBehind;
    private volatile bool _closed;
    private int _lock;

    internal DisposeScope()
    {
        _outer = _manager.Innermost;
        _manager.Innermost = this;
    }

    /// <summary>Frees a scope that nobody closed. What it owns is as unreachable as it is, because every tensor knows its scope.</summary>
    ~DisposeScope()
    {
        if (!_closed) FreeTensors(this);
    }

    /// <summary>The innermost open scope of this thread, or null.</summary>
    internal static DisposeScope? Current => DisposeScopeManager.OfThread.Innermost;

    /// <summary>The nearest scope around this one that is open, or null.</summary>
    internal DisposeScope? OuterScope
    {
        get
        {
            var outer = _outer;
            while (outer is { _closed: true }) outer = outer._outer;
            return outer;
        }
    }

    internal bool IsClosed => _closed;

    /// <summary>How many tensors and other objects the scope owns.</summary>
    public int DisposablesCount => _count + _others.Count;

    /// <summary>A copy of the list of what the scope owns.</summary>
    public IReadOnlyList<IDisposable> DisposablesView
    {
        get
        {
            using (Locked()) return [.. _tensors.AsSpan(0, _count), .. _others];
        }
    }

    /// <summary>Frees all that the scope owns and closes it. Disposing twice does nothing.</summary>
    /// <exception cref="InvalidOperationException">Another thread made the scope, as after an <c>await</c>. The scope is closed;
    /// what it owns is left to the garbage collector.</exception>
    public void Dispose()
    {
        if (_closed) return;
        if (Environment.CurrentManagedThreadId != _thread)
        {
            Abandon();
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                $"Dispose: a dispose scope was made on thread {_thread} and disposed on thread {Environment.CurrentManagedThreadId}. Scopes belong to one thread and do not survive an await: close the scope before it and open another one after it. What the scope owned is left to the garbage collector."));
        }
        DisposeEverything();
        _closed = true;
        _ = _manager.Innermost;
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees all that the scope owns; the scope stays open.</summary>
    public void DisposeEverything()
    {
        FreeTensors(this);
        foreach (var disposable in TakeOthers()) disposable.Dispose();
    }

    /// <summary>Whether the scope owns an object.</summary>
    public bool Contains(IDisposable disposable) =>
        disposable is torch.Tensor tensor ? ReferenceEquals(tensor.OwningScope, this) : _others.Contains(disposable);

    /// <summary>Makes the scope own a tensor that nobody owns; false if another thread has closed it meanwhile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryAdd(torch.Tensor tensor)
    {
        Enter();
        if (_closed)
        {
            Exit();
            return false;
        }
        if (_count == _tensors.Length) Array.Resize(ref _tensors, _count * 2);
        tensor.EnterScope(this, _count);
        _tensors[_count++] = tensor;
        Exit();
        return true;
    }

    /// <summary>Lets a tensor go; false if another thread took it first.</summary>
    internal bool TryRemove(torch.Tensor tensor)
    {
        using (Locked())
        {
            if (!ReferenceEquals(tensor.OwningScope, this)) return false;
            RemoveAt(tensor.Slot);
            return true;
        }
    }

    /// <summary>Takes a tensor's handle to free it. Null if another thread took the tensor first; 0 if the handle stays here.</summary>
    internal nint? TryTakeHandle(torch.Tensor tensor, bool toFree)
    {
        using (Locked())
        {
            if (!ReferenceEquals(tensor.OwningScope, this)) return null;
            RemoveAt(tensor.Slot);
            var handle = tensor.TakeHandle();
            if (!toFree || Environment.CurrentManagedThreadId == _thread) return handle;
            // The scope's own thread may be computing with the tensor at this moment.
            (_leftBehind ??= []).Add(handle);
            return 0;
        }
    }

    // The last one takes the free slot.
    private void RemoveAt(int slot)
    {
        var removed = _tensors[slot];
        var last = _tensors[--_count];
        _tensors[_count] = null!;
        if (slot < _count)
        {
            _tensors[slot] = last;
            last.EnterScope(this, slot);
        }
        removed.LeaveScope();
    }

    private static unsafe void FreeTensors(DisposeScope scope)
    {
        nint[] handles;
        int count, tensors;
        using (scope.Locked())
        {
            tensors = count = scope._count;
            handles = ArrayPool<nint>.Shared.Rent(count + (scope._leftBehind?.Count ?? 0));
            for (var i = 0; i < count; i++) handles[i] = scope._tensors[i].TakeHandle();
            Array.Clear(scope._tensors, 0, count);
            scope._count = 0;
            if (scope._leftBehind is { } leftBehind)
            {
                leftBehind.CopyTo(handles, count);
                count += leftBehind.Count;
                scope._leftBehind = null;
            }
        }
        fixed (nint* first = handles) Native.kiln_tensors_free(first, count);
        ArrayPool<nint>.Shared.Return(handles);
        torch.Tensor.CountFreed(tensors);
        scope._manager.Tensors.DisposedInScopeCount += tensors;
    }

    // What the thread of the scope still computes with must not be freed under it.
    private void Abandon()
    {
        using (Locked())
        {
            _closed = true;
            for (var i = 0; i < _count; i++) _tensors[i].LeaveToCollector();
            Array.Clear(_tensors, 0, _count);
            _count = 0;
        }
    }

    private IDisposable[] TakeOthers()
    {
        using (Locked())
        {
            IDisposable[] others = [.. _others];
            _others.Clear();
            return others;
        }
    }
}
