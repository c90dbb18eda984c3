using System.Text.RegularExpressions;

namespace Kiln.Torch.Generator.Members;

/// <summary>Reads the indented lines under a row.</summary>
internal sealed partial class RowTextReader
{
    private readonly List<string> _summary = [];
    private readonly Dictionary<string, string> _entries = [];
    private readonly List<(string Type, string When)> _throws = [];
    private string? _open;

    /// <summary>The expression, if one of the lines is one.</summary>
    public CallText? Call { get; private set; }

    /// <summary>What the lines say.</summary>
    public RowText Text => new(string.Join(' ', _summary), _entries, _throws);

    /// <summary>Takes the next line.</summary>
    /// <exception cref="FormatException">It repeats an entry or continues nothing.</exception>
    public void Add(string line, int number)
    {
        var text = line.Trim();
        var continues = line.StartsWith("        ", StringComparison.Ordinal);
        if (continues && _open is not null) Append(text);
        else if (text.StartsWith("= ", StringComparison.Ordinal)) SetCall(text[2..], number);
        else if (ThrowsPattern().Match(text) is { Success: true } thrown) _throws.Add((thrown.Groups[1].Value, thrown.Groups[2].Value));
        else if (EntryPattern().Match(text) is { Success: true } entry) Open(entry.Groups[1].Value, entry.Groups[2].Value);
        else _summary.Add(text);
    }

    private void SetCall(string code, int number)
    {
        if (Call is not null) throw new FormatException("The row has two expressions. Write an overload of its own for the second.");
        Call = new CallText(code, number);
        _open = "=";
    }

    private void Open(string name, string text)
    {
        if (!_entries.TryAdd(name, text)) throw new FormatException($"'{name}' is described twice. Remove one of the lines.");
        _open = name;
    }

    private void Append(string text)
    {
        if (_open == "=") Call = Call! with { Code = Call.Code + " " + text };
        else _entries[_open!] += " " + text;
    }

    [GeneratedRegex(@"^throws (\w+): (.+)$")]
    private static partial Regex ThrowsPattern();

    [GeneratedRegex(@"^(\w+): (.+)$")]
    private static partial Regex EntryPattern();
}
