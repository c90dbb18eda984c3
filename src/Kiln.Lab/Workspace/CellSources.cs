using System.Runtime.CompilerServices;

namespace Kiln;

/// <summary>The cells that a session's definitions came from, and its <c>#!shared</c> cells in the order in which they ran.</summary>
public sealed class CellSources
{
    private readonly Lock _gate = new();
    private readonly List<string> _shared = [];

    // By the object itself: one that C# code has put in its place under the same name has no cell.
    private readonly ConditionalWeakTable<object, CellSource> _definitions = [];

    /// <summary>Texts of the <c>#!shared</c> cells, in the order in which they ran last.</summary>
    public IReadOnlyList<string> Shared
    {
        get
        {
            lock (_gate) return [.. _shared];
        }
    }

    /// <summary>Remembers a <c>#!shared</c> cell that ran.</summary>
    /// <param name="text">The magic's line and its body.</param>
    public void AddShared(string text)
    {
        lock (_gate)
        {
            _shared.Remove(text);
            _shared.Add(text);
        }
    }

    /// <summary>Remembers the cell that a model or data set came from.</summary>
    /// <param name="definition">The model's definition, or the data set.</param>
    /// <param name="source">Its cell.</param>
    public void Set(object definition, CellSource source) => _definitions.AddOrUpdate(definition, source);

    /// <summary>The cell that a model or data set came from; null for one that C# code has made.</summary>
    /// <param name="definition">The model's definition, or the data set.</param>
    /// <returns>The cell, or null.</returns>
    public CellSource? Find(object definition) => _definitions.TryGetValue(definition, out var source) ? source : null;
}
