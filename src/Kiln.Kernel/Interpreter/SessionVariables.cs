using System.Reflection;

namespace Kiln.Kernel;

/// <summary>The live variables of the session: fields of the cells that ran.</summary>
internal sealed class SessionVariables
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly Lock _lock = new();
    private readonly List<Type> _cells = [];
    private object?[] _slots = new object?[16];

    /// <summary>Makes room for a cell whose variables stay.</summary>
    public object?[] Keep(Type cell)
    {
        lock (_lock)
        {
            _cells.Add(cell);
            if (_cells.Count + 1 >= _slots.Length) Array.Resize(ref _slots, _slots.Length * 2);
            return _slots;
        }
    }

    /// <summary>A copy for a cell whose variables go.</summary>
    public object?[] Borrow()
    {
        lock (_lock) return [.. _slots, null];
    }

    /// <summary>All variables by name, the newest where a name was declared again.</summary>
    public IReadOnlyList<SessionVariable> List()
    {
        lock (_lock)
        {
            var instances = _slots.Where(slot => slot is not null).DistinctBy(slot => slot!.GetType()).ToDictionary(slot => slot!.GetType());
            var newest = new SortedDictionary<string, SessionVariable>(StringComparer.Ordinal);
            foreach (var field in _cells.SelectMany(cell => cell.GetFields(Declared)).Where(field => !field.Name.StartsWith('<')))
                if (field.IsStatic || instances.ContainsKey(field.DeclaringType!))
                    newest[field.Name] = new SessionVariable(field.Name, field.FieldType, field.GetValue(field.IsStatic ? null : instances[field.DeclaringType!]));
            return [.. newest.Values];
        }
    }

    /// <summary>The newest variable of a name.</summary>
    public bool TryGet(string name, out object? value)
    {
        lock (_lock)
        {
            for (var i = _cells.Count - 1; i >= 0; i--)
            {
                if (_cells[i].GetField(name, Declared) is not { } field) continue;
                var instance = field.IsStatic ? null : _slots.FirstOrDefault(slot => slot?.GetType() == field.DeclaringType);
                if (!field.IsStatic && instance is null) continue;
                value = field.GetValue(instance);
                return true;
            }
        }
        value = null;
        return false;
    }
}

/// <summary>A variable of the session.</summary>
internal sealed record SessionVariable(string Name, Type Type, object? Value);
