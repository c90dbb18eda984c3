using System.Collections.Immutable;

namespace Kiln.Search;

/// <summary>
/// The points of a grid over a space, each once, by index: the last dimension changes fastest. Points that differ only in what means
/// nothing are one; points that break a rule are none.
/// </summary>
internal sealed class SpaceGrid
{
    private readonly Space _space;
    private readonly ImmutableArray<ParameterValue>[] _levels;

    // Whether anything depends on what is chosen in a dimension. Where nothing does, all its levels have as many points behind them.
    private readonly bool[] _decides;

    // The points that all dimensions from each one on have together where nothing decides.
    private readonly decimal[] _free;

    public SpaceGrid(Space space)
    {
        _space = space;
        _levels = [.. space.Dimensions.Select(dimension => dimension.Levels)];
        var named = space.Dimensions.Select(dimension => dimension.Condition?.Parent).Concat(space.Constraints.SelectMany(constraint => constraint.Names)).ToHashSet();
        _decides = [.. space.Dimensions.Select(dimension => named.Contains(dimension.Name))];
        _free = new decimal[_levels.Length + 1];
        _free[^1] = 1;
        for (var i = _levels.Length - 1; i >= 0; i--) _free[i] = decimal.Min(_free[i + 1] * _levels[i].Length, long.MaxValue);
        Size = (long)Count(0, []);
    }

    /// <summary>Number of points; <see cref="long.MaxValue"/> stands for that many and more.</summary>
    public long Size { get; }

    /// <summary>The point of an index below <see cref="Size"/>.</summary>
    public IReadOnlyDictionary<string, ParameterValue> this[long index]
    {
        get
        {
            var point = new Dictionary<string, ParameterValue>();
            decimal rest = index;
            for (var i = 0; i < _levels.Length; i++)
                if (IsActive(i, point)) rest = Choose(i, point, rest);
            return point;
        }
    }

    /// <summary>Takes the level within which the index lies; gives the index among that level's points.</summary>
    private decimal Choose(int i, Dictionary<string, ParameterValue> point, decimal index)
    {
        var name = _space.Dimensions[i].Name;
        if (!_decides[i])
        {
            var each = Count(i + 1, point);
            point[name] = _levels[i][(int)(index / each)];
            return index % each;
        }
        foreach (var level in _levels[i])
        {
            point[name] = level;
            var points = Count(i + 1, point);
            if (index < points) break;
            index -= points;
        }
        return index;
    }

    /// <summary>Number of ways to choose the dimensions from one on, when those before it are chosen.</summary>
    private decimal Count(int from, Dictionary<string, ParameterValue> point)
    {
        if (from == _levels.Length) return _space.Allows(point) ? 1 : 0;
        if (IsSettled(from)) return _space.Allows(point) ? _free[from] : 0;
        if (!IsActive(from, point)) return Count(from + 1, point);
        if (!_decides[from]) return decimal.Min(_levels[from].Length * Count(from + 1, point), long.MaxValue);
        var sum = 0m;
        var name = _space.Dimensions[from].Name;
        foreach (var level in _levels[from])
        {
            point[name] = level;
            sum = decimal.Min(sum + Count(from + 1, point), long.MaxValue);
        }
        point.Remove(name);
        return sum;
    }

    /// <summary>Whether nothing from a dimension on decides or depends.</summary>
    private bool IsSettled(int from)
    {
        for (var i = from; i < _levels.Length; i++)
            if (_decides[i] || _space.Dimensions[i].Condition is not null) return false;
        return true;
    }

    private bool IsActive(int i, Dictionary<string, ParameterValue> point) => _space.Dimensions[i].Condition?.Holds(point) != false;
}
