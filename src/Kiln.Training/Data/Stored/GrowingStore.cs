using System.Runtime.InteropServices;

namespace Kiln.Training;

/// <summary>Values of unknown number: in memory while they fit there, in a file from then on.</summary>
/// <param name="most">How many may be in memory.</param>
internal sealed class GrowingStore<T>(long most) : IStored<T> where T : unmanaged
{
    private readonly List<T> _values = [];
    private SpillFile<T>? _file;

    public long Count => _file?.Count ?? _values.Count;

    /// <summary>Whether they are in a file.</summary>
    public bool IsSpilled => _file is not null;

    public void Add(T value)
    {
        if (_file is not null) _file.Append([value]);
        else
        {
            _values.Add(value);
            if (_values.Count > most) Spill();
        }
    }

    /// <summary>Moves them to a file now.</summary>
    public void Spill()
    {
        if (_file is not null) return;
        _file = new SpillFile<T>();
        _file.Append(CollectionsMarshal.AsSpan(_values));
        _values.Clear();
        _values.TrimExcess();
    }

    /// <summary>Ends the adding.</summary>
    public void Complete() => _file?.Flush();

    public void Read(long first, Span<T> values)
    {
        if (_file is not null) _file.Read(first, values);
        else CollectionsMarshal.AsSpan(_values).Slice((int)first, values.Length).CopyTo(values);
    }
}
