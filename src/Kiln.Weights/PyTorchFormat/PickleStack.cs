namespace Kiln.Weights;

/// <summary>The values a pickle is working on, and the marks between them. Taking more than there is, or past a mark, is an error.</summary>
internal sealed class PickleStack(InputFile file)
{
    // Python writes at most a thousand items between two marks and nests but a few levels.
    private const int Deepest = 1 << 20;

    private readonly List<object?> _values = [];
    private readonly List<int> _marks = [];

    private int Bottom => _marks.Count == 0 ? 0 : _marks[^1];

    public void Push(object? value)
    {
        if (_values.Count == Deepest) throw PickleFile.Refused(file, "its pickle keeps too many values open");
        _values.Add(value);
    }

    public void PushMark()
    {
        if (_marks.Count == Deepest) throw PickleFile.Refused(file, "its pickle keeps too many values open");
        _marks.Add(_values.Count);
    }

    public object? Peek() => _values.Count > Bottom ? _values[^1] : throw Empty();

    public object? Pop()
    {
        var value = Peek();
        _values.RemoveAt(_values.Count - 1);
        return value;
    }

    public object?[] PopMany(int count)
    {
        if (_values.Count - Bottom < count) throw Empty();
        return Take(_values.Count - count);
    }

    public object?[] PopToMark()
    {
        if (_marks.Count == 0) throw Empty();
        var values = Take(_marks[^1]);
        _marks.RemoveAt(_marks.Count - 1);
        return values;
    }

    /// <summary>The only value that is left.</summary>
    public object? PopRoot() => _marks.Count == 0 && _values.Count == 1 ? Pop() : throw Empty();

    private object?[] Take(int start)
    {
        var values = _values.GetRange(start, _values.Count - start).ToArray();
        _values.RemoveRange(start, values.Length);
        return values;
    }

    private WeightsFileException Empty() => PickleFile.Damaged(file, "its pickle uses values it does not have");
}
