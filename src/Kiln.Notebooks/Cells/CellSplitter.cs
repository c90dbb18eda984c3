using System.Text;

namespace Kiln.Notebooks;

/// <summary>Cuts a cell into C# and magics.</summary>
internal sealed class CellSplitter
{
    private readonly Func<string, Command?> _find;
    private readonly List<CellPart> _parts = [];
    private readonly StringBuilder _text = new();
    private MagicPart? _open;
    private string? _language;
    private int _first = 1;

    private CellSplitter(Func<string, Command?> find) => _find = find;

    /// <summary>Splits a cell at the lines that start with <c>#!</c> and a letter.</summary>
    /// <remarks>
    /// A magic that takes a body takes the lines below it. A language goes on after a magic without a body:
    /// <c>#!html</c>, text, <c>#!time</c>, text is twice HTML. C# is the language that needs no name.
    /// </remarks>
    /// <param name="cell">The cell as typed.</param>
    /// <param name="find">The magic of a name, or null.</param>
    public static IReadOnlyList<CellPart> Split(string cell, Func<string, Command?> find)
    {
        var splitter = new CellSplitter(find);
        splitter.Split(cell.ReplaceLineEndings("\n").Split('\n'));
        return splitter._parts;
    }

    private void Split(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
            if (IsMagic(lines[i])) Open(new MagicPart(lines[i].Trim(), "", i + 1));
            else _text.Append(lines[i]).Append('\n');
        Close(lines.Length + 1);
    }

    private void Open(MagicPart magic)
    {
        Close(magic.FirstLine);
        var command = _find(magic.Name);
        if (command?.IsLanguage == true) _language = command.TakesBody ? magic.Line : null;
        if (command?.TakesBody == true) _open = magic;
        else _parts.Add(magic);
        _first = magic.FirstLine + 1;
    }

    private void Close(int next)
    {
        var body = _text.ToString().TrimEnd('\n');
        _text.Clear();
        if (_open is not null) _parts.Add(_open with { Body = body });
        else if (next > _first && !string.IsNullOrWhiteSpace(body))
            _parts.Add(_language is null ? new CodePart(body, _first) : new MagicPart(_language, body, _first - 1));
        _open = null;
    }

    // "#!/bin/sh" is a line of a script in a raw string, or the first line of a C# file that is a program of its own.
    private static bool IsMagic(string line) => line.AsSpan().TrimStart() is ['#', '!', .. var name] && (name.IsEmpty || name[0] != '/');
}
