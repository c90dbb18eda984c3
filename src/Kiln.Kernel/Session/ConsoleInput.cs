namespace Kiln.Kernel;

/// <summary><see cref="Console.In"/> of cells: every line is asked of the front end.</summary>
internal sealed class ConsoleInput : TextReader
{
    private string _line = "";
    private int _next;

    public override string? ReadLine()
    {
        if (_next < _line.Length)
        {
            var rest = _line[_next..].TrimEnd('\n');
            _next = _line.Length;
            return rest;
        }
        return CellContext.Current is { } cell ? cell.Input.Ask(cell, "") : null;
    }

    public override int Peek() => Fill() ? _line[_next] : -1;

    public override int Read() => Fill() ? _line[_next++] : -1;

    private bool Fill()
    {
        if (_next < _line.Length) return true;
        if (ReadLine() is not { } line) return false;
        (_line, _next) = (line + "\n", 0);
        return true;
    }
}
