using System.Diagnostics.CodeAnalysis;
using Kiln.Training;

namespace Kiln;

/// <summary>Things that a session has defined, by name; a later definition replaces an earlier one.</summary>
/// <typeparam name="T">What is named.</typeparam>
public sealed class NamedSet<T>
    where T : class
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, T> _items = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _kind;
    private readonly string _remedy;

    internal NamedSet(string kind, string remedy)
    {
        _kind = kind;
        _remedy = remedy;
    }

    /// <summary>All names, sorted.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            lock (_gate) return [.. _items.Keys.Order(StringComparer.OrdinalIgnoreCase)];
        }
    }

    /// <summary>What was set last; null while nothing is.</summary>
    public T? Newest { get; private set; }

    /// <summary>Gives <paramref name="item"/> a name.</summary>
    public void Set(string name, T item)
    {
        lock (_gate)
        {
            _items[name] = item;
            Newest = item;
        }
    }

    /// <summary>Finds an item by name.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out T? item)
    {
        lock (_gate) return _items.TryGetValue(name, out item);
    }

    /// <summary>The item of that name.</summary>
    /// <exception cref="LabException">There is none; the message names the nearest.</exception>
    public T Get(string name) => TryGet(name, out var item) ? item : throw Unknown(name, []);

    internal LabException Unknown(string name, IEnumerable<string> furtherNames)
    {
        var names = Names.Concat(furtherNames).Distinct().ToList();
        var nearest = Suggestions.Nearest(name, names);
        var hint = nearest is not null ? $" Did you mean '{nearest}'?" : names.Count > 0 ? $" Known: {string.Join(", ", names)}." : "";
        return new LabException($"There is no {_kind} '{name}'.{hint} {_remedy}");
    }
}
