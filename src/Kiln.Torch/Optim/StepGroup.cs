using System.Runtime.InteropServices;
using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>A group of parameters in a step: which of them have gradients, and lists of handles for the operators.</summary>
internal sealed unsafe class StepGroup
{
    private readonly HandleList _all;
    private readonly HandleList _gradients;
    private readonly List<HandleList> _borrowed = [];
    private readonly List<HandleList> _owned = [];
    private readonly List<int> _active;
    private int _borrowedInUse;
    private int _ownedInUse;

    public StepGroup(ParamGroup group, Parameter[] parameters)
    {
        Group = group;
        Parameters = parameters;
        States = new OptimizerState?[parameters.Length];
        _active = new List<int>(parameters.Length);
        _all = new HandleList(parameters.Length);
        _gradients = new HandleList(parameters.Length);
    }

    public ParamGroup Group { get; }

    public Parameter[] Parameters { get; }

    public OptimizerState?[] States { get; }

    /// <summary>Positions of the parameters that have gradients in this step.</summary>
    public Span<int> Active => CollectionsMarshal.AsSpan(_active);

    /// <summary>Reads all gradients at once.</summary>
    /// <returns>How many parameters have one.</returns>
    public int TakeGradients()
    {
        ReadHandles();
        _gradients.Resize(Parameters.Length);
        _gradients.Span.Clear();
        Native.Check(Native.kiln_get_grads(_all.First, _all.Count, _gradients.First), "read gradients");
        _active.Clear();
        for (int i = 0; i < Parameters.Length; i++)
            if (_gradients.Span[i] != 0) _active.Add(i);
        return _active.Count;
    }

    public void ClearGradients()
    {
        ReadHandles();
        Native.Check(Native.kiln_clear_grads(_all.First, _all.Count), "zero_grad");
    }

    public void ZeroGradients()
    {
        if (TakeGradients() > 0) Foreach.Zero(GradientsOf(Active));
        ReleaseTemporaries();
    }

    public HandleList ParametersOf(ReadOnlySpan<int> members)
    {
        var list = List();
        foreach (int member in members) list.Add(_all.Span[member]);
        return list;
    }

    public HandleList GradientsOf(ReadOnlySpan<int> members)
    {
        var list = List();
        foreach (int member in members) list.Add(_gradients.Span[member]);
        return list;
    }

    /// <summary>An empty list of tensors that others own, for this step.</summary>
    public HandleList List() => Take(_borrowed, ref _borrowedInUse);

    /// <summary>An empty list whose tensors are freed at the end of this step.</summary>
    public HandleList OwnedList() => Take(_owned, ref _ownedInUse);

    /// <summary>Ends the step.</summary>
    public void ReleaseTemporaries()
    {
        foreach (var list in _owned) list.Free();
        _gradients.Free();
        _borrowedInUse = _ownedInUse = 0;
        GC.KeepAlive(Parameters);
    }

    private HandleList Take(List<HandleList> lists, ref int inUse)
    {
        if (inUse == lists.Count) lists.Add(new HandleList(Parameters.Length));
        var list = lists[inUse++];
        list.Clear();
        return list;
    }

    // Read anew each time: a disposed parameter must be an error here, not a dangling pointer there.
    private void ReadHandles()
    {
        _all.Clear();
        foreach (var parameter in Parameters) _all.Add(parameter.Handle);
    }
}
