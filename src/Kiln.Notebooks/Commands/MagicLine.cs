using System.Text;

namespace Kiln.Notebooks;

/// <summary>A word of a magic's line.</summary>
/// <param name="Text">The word without its quotes.</param>
/// <param name="Start">Index of its first character in the line.</param>
/// <param name="End">Index after its last character.</param>
/// <param name="Closed">False where a quote is not closed.</param>
public sealed record MagicWord(string Text, int Start, int End, bool Closed);

/// <summary>
/// The words of a magic's line. Blanks separate; double or single quotes keep blanks, with <c>\"</c> for a quote inside;
/// <c>//</c> where a word would start begins a comment. The JSON of <c>@input:{"prompt": "…"}</c> is kept as it is typed.
/// </summary>
public sealed class MagicLine
{
    private readonly string _line;
    private readonly List<MagicWord> _words = [];
    private int _at;

    private MagicLine(string line) => _line = line;

    /// <summary>The name and the words after it.</summary>
    public IReadOnlyList<MagicWord> All => _words;

    /// <summary>The name with its <c>#!</c>.</summary>
    public string Name => _words.Count > 0 ? _words[0].Text : "#!";

    /// <summary>The words after the name.</summary>
    public IReadOnlyList<MagicWord> Words => _words.Count > 0 ? _words[1..] : [];

    /// <summary>Where the comment starts; the length of the line where there is none.</summary>
    public int CommentStart { get; private set; }

    /// <summary>Reads a line.</summary>
    public static MagicLine Read(string line)
    {
        var result = new MagicLine(line) { CommentStart = line.Length };
        result.Read();
        return result;
    }

    private void Read()
    {
        while (true)
        {
            while (_at < _line.Length && char.IsWhiteSpace(_line[_at])) _at++;
            if (_at == _line.Length) return;
            if (_line.AsSpan(_at).StartsWith("//")) { CommentStart = _at; return; }
            _words.Add(ReadWord());
        }
    }

    private MagicWord ReadWord()
    {
        var start = _at;
        var text = new StringBuilder();
        var closed = true;
        while (_at < _line.Length && !char.IsWhiteSpace(_line[_at]))
        {
            var letter = _line[_at++];
            // An apostrophe inside a word (don't) is a letter; at its start or after '=' it opens a quotation.
            if (letter == '{' && text.ToString() is "@input:" or "@password:") closed = ReadJson(text);
            else if (letter == '"' || (letter == '\'' && (_at - 1 == start || _line[_at - 2] == '='))) closed = ReadQuoted(letter, text);
            else text.Append(letter);
        }
        return new MagicWord(text.ToString(), start, _at, closed);
    }

    private bool ReadJson(StringBuilder text)
    {
        var (depth, quoted) = (1, false);
        text.Append('{');
        while (_at < _line.Length && depth > 0)
        {
            var letter = _line[_at++];
            text.Append(letter);
            if (letter == '\\' && quoted && _at < _line.Length) text.Append(_line[_at++]);
            else if (letter == '"') quoted = !quoted;
            else if (!quoted) depth += letter switch { '{' => 1, '}' => -1, _ => 0 };
        }
        return depth == 0;
    }

    private bool ReadQuoted(char quote, StringBuilder text)
    {
        while (_at < _line.Length)
        {
            var letter = _line[_at++];
            if (letter == quote) return true;
            if (letter == '\\' && _at < _line.Length && _line[_at] == quote) letter = _line[_at++];
            text.Append(letter);
        }
        return false;
    }
}
