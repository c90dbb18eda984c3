using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A list of modules, named 0, 1, 2… in state_dict keys.</summary>
/// <typeparam name="T">The type of the modules.</typeparam>
/// <remarks>The list keeps its modules and disposes those it holds at the end; what is removed or replaced is left to its owner.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.ModuleList.html"/>
public class ModuleList<T> : nn.Module, IList<T> where T : nn.Module
{
    private readonly List<T> _items = [];

    /// <summary>Makes a list of modules.</summary>
    /// <param name="modules">The modules in order.</param>
    public ModuleList(params T[] modules) : base(nameof(ModuleList<>)) => append(modules);

    /// <inheritdoc/>
    public int Count => _items.Count;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <summary>The module at a position.</summary>
    /// <param name="index">The position, counted from 0.</param>
    /// <returns>The module; the list keeps it.</returns>
    public T this[int index]
    {
        get => _items[index];
        set => Change(() => _items[index] = value);
    }

    /// <summary>Adds modules at the end.</summary>
    /// <param name="parameters">The modules.</param>
    public void append(params T[] parameters) => extend(parameters);

    /// <summary>Adds modules at the end.</summary>
    /// <param name="modules">The modules.</param>
    public void extend(IEnumerable<T> modules) => Change(() => _items.AddRange(modules));

    /// <inheritdoc/>
    public void Add(T item) => Change(() => _items.Add(item));

    /// <inheritdoc/>
    public void Insert(int index, T item) => Change(() => _items.Insert(index, item));

    /// <inheritdoc/>
    public void RemoveAt(int index) => Change(() => _items.RemoveAt(index));

    /// <inheritdoc/>
    public void Clear() => Change(_items.Clear);

    /// <inheritdoc/>
    public bool Remove(T item)
    {
        bool found = _items.Remove(item);
        RegisterComponents();
        return found;
    }

    /// <inheritdoc/>
    public bool Contains(T item) => _items.Contains(item);

    /// <inheritdoc/>
    public int IndexOf(T item) => _items.IndexOf(item);

    /// <inheritdoc/>
    public void CopyTo(T[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Registers every module of the list under its position.</summary>
    protected override void RegisterComponents()
    {
        ClearModules();
        for (int i = 0; i < _items.Count; i++) register_module(i.ToString(CultureInfo.InvariantCulture), _items[i]);
    }

    private void Change(Action change)
    {
        change();
        RegisterComponents();
    }
}
