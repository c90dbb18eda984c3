using System.Globalization;
using System.Text.RegularExpressions;

namespace Kiln.Kernel;

/// <summary>The run on a terminal: what cells print goes to standard output, all about them to standard error.</summary>
/// <param name="output">Standard output.</param>
/// <param name="progress">Standard error.</param>
/// <param name="colours">Whether the progress is read on a terminal that shows colours.</param>
internal sealed partial class TerminalView(TextWriter output, TextWriter progress, bool colours) : IHeadlessView
{
    private const int WidestLine = 72;
    private const int MostLines = 20;
    private const string Dim = "\u001b[2m", Plain = "\u001b[0m";

    private readonly Lock _lock = new();
    private bool _isLineOpen;

    public void Begin(int number, int count, string firstLine)
    {
        var shown = firstLine.Length > WidestLine ? string.Concat(firstLine.AsSpan(0, WidestLine - 1), "…") : firstLine;
        Progress(string.Create(CultureInfo.InvariantCulture, $"[{number}/{count}] {shown}"));
    }

    public void Stream(string name, string text)
    {
        lock (_lock)
        {
            var stream = name == "stderr" ? progress : output;
            stream.Write(text);
            stream.Flush();
            _isLineOpen = !text.EndsWith('\n');
        }
    }

    public void Value(string plain)
    {
        var lines = plain.TrimEnd().Split('\n');
        lock (_lock)
        {
            CloseLine();
            foreach (var line in lines.Take(MostLines)) output.WriteLine(line);
            if (lines.Length > MostLines) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"… ({lines.Length - MostLines} more lines)"));
            output.Flush();
        }
    }

    public void Error(IEnumerable<string> traceback) => Progress(string.Join('\n', traceback), dim: false);

    public void End(TimeSpan duration) => Progress(string.Create(CultureInfo.InvariantCulture, $"      {duration.TotalSeconds:0.0} s"));

    private void Progress(string line, bool dim = true)
    {
        lock (_lock)
        {
            CloseLine();
            progress.WriteLine(!colours ? ColourPattern().Replace(line, "") : dim ? $"{Dim}{line}{Plain}" : line);
            progress.Flush();
        }
    }

    private void CloseLine()
    {
        if (_isLineOpen) output.WriteLine();
        _isLineOpen = false;
    }

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex ColourPattern();
}
