namespace Kiln.Kernel.Tests;

/// <summary>Keeps what a run shows, and lets a test act on it.</summary>
internal sealed class RecordingView : IHeadlessView
{
    public List<string> Lines { get; } = [];

    public Action<string> OnLine { get; set; } = _ => { };

    public void Begin(int number, int count, string firstLine) => Add($"begin {number}/{count} {firstLine}");

    public void Stream(string name, string text) => Add($"{name}: {text}");

    public void Value(string plain) => Add($"value: {plain}");

    public void Error(IEnumerable<string> traceback) => Add($"error: {string.Join(' ', traceback)}");

    public void End(TimeSpan duration) => Add("end");

    private void Add(string line)
    {
        lock (Lines) Lines.Add(line);
        OnLine(line);
    }
}
