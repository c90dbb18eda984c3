namespace TorchSharp;

public sealed partial class DisposeScope
{
    /// <summary>Makes the scope own an object; a scope that owned it before lets it go.</summary>
    public void Attach(IDisposable disposable) => MoveToOther(this, disposable);

    /// <summary>Makes the scope own objects; scopes that owned them before let them go.</summary>
    public void Attach(params IDisposable[] disposables) => MoveToOther(this, disposables);

    /// <summary>Makes the scope own objects; scopes that owned them before let them go.</summary>
    /// <returns>The objects.</returns>
    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        var list = disposables.ToList();
        MoveToOther(this, list);
        return list;
    }

    /// <summary>Takes an object out of the scope; from now on the garbage collector or the caller frees it.</summary>
    /// <returns>The object.</returns>
    public T Detach<T>(T disposable) where T : IDisposable => MoveToOther(null, disposable);

    /// <summary>Takes objects out of the scope.</summary>
    /// <returns>The objects.</returns>
    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        (Detach(first), Detach(second));

    /// <summary>Takes objects out of the scope.</summary>
    /// <returns>The objects.</returns>
    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable => (Detach(first), Detach(second), Detach(third));

    /// <summary>Takes objects out of the scope.</summary>
    public void Detach(params IDisposable[] disposables) => MoveToOther(null, disposables);

    /// <summary>Takes objects out of the scope.</summary>
    public void Detach(IEnumerable<IDisposable> disposables) => MoveToOther(null, disposables);

    /// <summary>Gives an object to the scope around this one, or to nobody if there is none.</summary>
    /// <returns>The object.</returns>
    public T MoveToOuter<T>(T disposable) where T : IDisposable => MoveToOther(OuterScope, disposable);

    /// <summary>Gives objects to the scope around this one, or to nobody if there is none.</summary>
    /// <returns>The objects.</returns>
    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        (MoveToOuter(first), MoveToOuter(second));

    /// <summary>Gives objects to the scope around this one, or to nobody if there is none.</summary>
    /// <returns>The objects.</returns>
    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable => (MoveToOuter(first), MoveToOuter(second), MoveToOuter(third));

    /// <summary>Gives objects to the scope around this one, or to nobody if there is none.</summary>
    public void MoveToOuter(params IDisposable[] disposables) => MoveToOther(OuterScope, disposables);

    /// <summary>Gives objects to the scope around this one, or to nobody if there is none.</summary>
    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(OuterScope, disposables);

    /// <summary>Gives an object to another scope, or to nobody.</summary>
    /// <returns>The object.</returns>
    public T MoveToOther<T>(DisposeScope? scope, T disposable) where T : IDisposable
    {
        if (disposable is torch.Tensor tensor)
        {
            tensor.MoveToOtherDisposeScope(scope);
            return disposable;
        }
        using (Locked()) _others.Remove(disposable);
        if (scope is null) return disposable;
        using (scope.Locked())
            if (!scope._others.Contains(disposable)) scope._others.Add(disposable);
        return disposable;
    }

    /// <summary>Gives objects to another scope, or to nobody.</summary>
    /// <returns>The objects.</returns>
    public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        (MoveToOther(scope, first), MoveToOther(scope, second));

    /// <summary>Gives objects to another scope, or to nobody.</summary>
    /// <returns>The objects.</returns>
    public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable =>
        (MoveToOther(scope, first), MoveToOther(scope, second), MoveToOther(scope, third));

    /// <summary>Gives objects to another scope, or to nobody.</summary>
    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) =>
        MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    /// <summary>Gives objects to another scope, or to nobody.</summary>
    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables) MoveToOther<IDisposable>(scope, disposable);
    }

    /// <summary>Frees all that the scope owns but one object.</summary>
    /// <returns>The object that was kept.</returns>
    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[keep]);
        return keep;
    }

    /// <summary>Frees all that the scope owns but two objects.</summary>
    /// <returns>The objects that were kept.</returns>
    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second]);
        return (first, second);
    }

    /// <summary>Frees all that the scope owns but three objects.</summary>
    /// <returns>The objects that were kept.</returns>
    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second, third]);
        return (first, second, third);
    }

    /// <summary>Frees all that the scope owns but some objects.</summary>
    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    /// <summary>Frees all that the scope owns but some objects.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var keep = inKeep.Where(Contains).ToList();
        var before = DisposeScopeManager.OfThread.Tensors;
        var (attached, detached) = (before.AttachedToScopeCount, before.DetachedFromScopeCount);
        Detach(keep);
        DisposeEverything();
        Attach(keep);
        // Nothing was given away: the kept ones only stepped aside.
        (before.AttachedToScopeCount, before.DetachedFromScopeCount) = (attached, detached);
    }

    /// <summary>Tells the scope that somebody else disposed an object, so that it forgets it.</summary>
    public void MarkAsDisposed(IDisposable disposable)
    {
        using (Locked())
            if (disposable is not torch.Tensor) _others.Remove(disposable);
    }
}
