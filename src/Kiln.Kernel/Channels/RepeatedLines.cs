using System.Globalization;

namespace Kiln.Kernel;

/// <summary>A log for lines that a stranger can cause as often as he likes: the first of a kind, the second, the fourth, the eighth, …</summary>
/// <param name="log">Takes the lines that are left.</param>
internal sealed class RepeatedLines(Action<string> log)
{
    private const int MostKinds = 1000;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _counts = [];

    /// <summary>Writes a line, if it is new or its count is a power of two.</summary>
    public void Write(string line)
    {
        long count;
        lock (_lock)
        {
            if (_counts.Count >= MostKinds) _counts.Clear();
            count = _counts[line] = _counts.GetValueOrDefault(line) + 1;
        }
        if (count == 1) log(line);
        else if (long.IsPow2(count)) log(string.Create(CultureInfo.InvariantCulture, $"{line} ({count} times)"));
    }
}
