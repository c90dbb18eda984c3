using System.Collections;
using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What dictionaries of modules and of parameters share: entries in the order of insertion, found by name or position.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
public abstract class NamedComponents<T> : nn.Module, IDictionary<string, T>, IList<(string, T)> where T : class
{
    private readonly OrderedDictionary<string, T> _entries = new(StringComparer.Ordinal);

    private protected NamedComponents(string name, (string, T)[] entries) : base(name)
    {
        foreach (var (key, value) in entries) _entries.Add(key, value);
        RegisterComponents();
    }

    /// <summary>The number of entries.</summary>
    public int Count => _entries.Count;

    /// <summary>Always false.</summary>
    public bool IsReadOnly => false;

    /// <summary>The names, in the order of insertion.</summary>
    public ICollection<string> Keys => _entries.Keys;

    /// <summary>The values, in the order of insertion.</summary>
    public ICollection<T> Values => _entries.Values;

    /// <summary>The value of a name.</summary>
    /// <param name="key">The name.</param>
    /// <returns>The value; this module keeps it.</returns>
    /// <exception cref="KeyNotFoundException">There is no such name.</exception>
    public T this[string key]
    {
        get => _entries.TryGetValue(key, out var value) ? value
            : throw new KeyNotFoundException($"{GetName()}: no entry '{key}'; there are [{string.Join(", ", _entries.Keys)}].");
        set => Change(() => _entries[key] = value);
    }

    /// <summary>Name and value at a position.</summary>
    /// <param name="index">The position, counted from 0.</param>
    /// <returns>Name and value.</returns>
    public (string, T) this[int index]
    {
        get => (_entries.GetAt(index).Key, _entries.GetAt(index).Value);
        set => Change(() => _entries.SetAt(index, value.Item1, value.Item2));
    }

    /// <summary>The names, in the order of insertion.</summary>
    /// <returns>The names.</returns>
    public IEnumerable<string> keys() => _entries.Keys;

    /// <summary>The values, in the order of insertion.</summary>
    /// <returns>The values.</returns>
    public IEnumerable<T> values() => _entries.Values;

    /// <summary>Names and values, in the order of insertion.</summary>
    /// <returns>An enumerator.</returns>
    public IEnumerator<(string, T)> items() => GetEnumerator();

    /// <summary>Removes all entries.</summary>
    public void clear() => Clear();

    /// <summary>Adds an entry at the end.</summary>
    /// <param name="key">The name, unique and without dots.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void Add(string key, T value) => Change(() => _entries.Add(key, value));

    /// <inheritdoc cref="Add(string, T)"/>
    /// <param name="item">Name and value.</param>
    public void Add((string, T) item) => Add(item.Item1, item.Item2);

    /// <inheritdoc cref="Add(string, T)"/>
    /// <param name="item">Name and value.</param>
    public void Add(KeyValuePair<string, T> item) => Add(item.Key, item.Value);

    /// <summary>Adds an entry at a position.</summary>
    /// <param name="index">The position.</param>
    /// <param name="item">Name and value.</param>
    public void Insert(int index, (string, T) item) => Change(() => _entries.Insert(index, item.Item1, item.Item2));

    /// <summary>Removes all entries.</summary>
    public void Clear() => Change(_entries.Clear);

    /// <summary>Removes an entry.</summary>
    /// <param name="key">Its name.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string key)
    {
        bool found = _entries.Remove(key);
        RegisterComponents();
        return found;
    }

    /// <inheritdoc cref="Remove(string)"/>
    /// <param name="item">Name and value; both must fit.</param>
    public bool Remove((string, T) item) => Contains(item) && Remove(item.Item1);

    /// <inheritdoc cref="Remove(string)"/>
    /// <param name="item">Name and value; both must fit.</param>
    public bool Remove(KeyValuePair<string, T> item) => Remove((item.Key, item.Value));

    /// <summary>Removes the entry at a position.</summary>
    /// <param name="index">The position.</param>
    public void RemoveAt(int index) => Change(() => _entries.RemoveAt(index));

    /// <summary>Whether there is an entry of this name.</summary>
    /// <param name="key">The name.</param>
    /// <returns>True if there is.</returns>
    public bool ContainsKey(string key) => _entries.ContainsKey(key);

    /// <summary>Whether there is an entry of this name and value.</summary>
    /// <param name="item">Name and value.</param>
    /// <returns>True if there is.</returns>
    public bool Contains((string, T) item) => IndexOf(item) >= 0;

    /// <inheritdoc cref="Contains(ValueTuple{string, T})"/>
    public bool Contains(KeyValuePair<string, T> item) => Contains((item.Key, item.Value));

    /// <summary>The position of an entry.</summary>
    /// <param name="item">Name and value.</param>
    /// <returns>The position, or -1.</returns>
    public int IndexOf((string, T) item) =>
        _entries.TryGetValue(item.Item1, out var value) && ReferenceEquals(value, item.Item2) ? _entries.IndexOf(item.Item1) : -1;

    /// <summary>Looks up a name.</summary>
    /// <param name="key">The name.</param>
    /// <param name="value">The value, or null.</param>
    /// <returns>Whether there is an entry.</returns>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _entries.TryGetValue(key, out value);

    /// <summary>Copies names and values.</summary>
    /// <param name="array">Where to.</param>
    /// <param name="arrayIndex">The first position there.</param>
    public void CopyTo((string, T)[] array, int arrayIndex) => Pairs().ToArray().CopyTo(array, arrayIndex);

    /// <inheritdoc cref="CopyTo(ValueTuple{string, T}[], int)"/>
    public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => _entries.ToArray().CopyTo(array, arrayIndex);

    /// <summary>Names and values, in the order of insertion.</summary>
    /// <returns>An enumerator.</returns>
    public IEnumerator<(string, T)> GetEnumerator() => Pairs().GetEnumerator();

    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<(string, T)> Pairs() => _entries.Select(entry => (entry.Key, entry.Value));

    private void Change(Action change)
    {
        change();
        RegisterComponents();
    }
}
