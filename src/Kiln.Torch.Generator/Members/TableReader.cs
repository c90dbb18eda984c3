namespace Kiln.Torch.Generator.Members;

/// <summary>Reads a table of members; members/README.md describes the language.</summary>
internal sealed class TableReader
{
    private readonly string _file;
    private readonly List<MemberRow> _rows = [];
    private readonly Dictionary<string, Family> _families;
    private readonly List<(string Text, int Line)> _headers = [];
    private RowTextReader _text = new();
    private TableContext _context;
    private List<(string, string)>? _openFamily;

    private TableReader(string file, TableContext context, IReadOnlyDictionary<string, Family> families)
    {
        _file = file;
        _context = context;
        _families = new(families);
    }

    /// <summary>The beginning of every table: no directive yet.</summary>
    public static TableContext Start { get; } = new(
        "torch", [new(FormKind.Method, []), new(FormKind.Static, [])], "torch.*", "A new tensor (*).", new Dictionary<string, string>());

    /// <summary>Reads a table.</summary>
    /// <param name="file">Its path, for messages.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="vocabulary">The table whose directives come before all others, or null.</param>
    /// <exception cref="TableException">A line is wrong.</exception>
    public static MemberTable Read(string file, IEnumerable<string> lines, MemberTable? vocabulary)
    {
        var reader = new TableReader(file, vocabulary?.Context ?? Start, vocabulary?.Families ?? new Dictionary<string, Family>());
        var number = 0;
        foreach (var line in lines) reader.Guard(++number, () => reader.Take(line.TrimEnd(), number));
        reader.Guard(number, reader.Finish);
        return new MemberTable(file, reader._rows, reader._context, reader._families);
    }

    private void Guard(int number, Action action)
    {
        try
        {
            action();
        }
        catch (FormatException e)
        {
            throw new TableException(_file, number, e.Message);
        }
    }

    private void Take(string line, int number)
    {
        if (line.Length == 0 || line[0] == '#') return;
        if (line[0] == ' ') TakeIndented(line, number);
        else if (line[0] == '@') TakeDirective(line[1..]);
        else TakeHeader(line, number);
    }

    private void TakeIndented(string line, int number)
    {
        if (_openFamily is { } variants) variants.Add(Cut(line.Trim(), " => "));
        else if (_headers.Count > 0) _text.Add(line, number);
        else throw new FormatException("An indented line belongs to no row. Begin the row with its signature, unindented.");
    }

    private void TakeHeader(string line, int number)
    {
        _openFamily = null;
        if (_text.Text is { Summary.Length: > 0 } or { Entries.Count: > 0 } || _text.Call is not null) Finish();
        _headers.Add((line, number));
    }

    private void TakeDirective(string line)
    {
        Finish();
        var (word, rest) = Cut(line, " ");
        _context = word switch
        {
            "in" => _context with { Target = rest },
            "forms" => _context with { Forms = FormReader.Parse(rest) },
            "page" => _context with { Source = rest },
            "returns" => _context with { Returns = rest },
            "param" => _context with { Parameters = With(_context.Parameters, Cut(rest, " ")) },
            "family" => OpenFamily(rest),
            _ => throw new FormatException($"There is no directive '@{word}'. There are @in, @forms, @page, @returns, @param and @family."),
        };
    }

    private TableContext OpenFamily(string name)
    {
        _openFamily = [];
        _families[name] = new Family(name, _openFamily);
        return _context;
    }

    /// <summary>Makes rows of the headers and the text that were read.</summary>
    private void Finish()
    {
        _openFamily = null;
        var text = _text.Text;
        var known = new HashSet<string>();
        foreach (var (header, line) in _headers) Guard(line, () => AddRows(header, line, text, known));
        _headers.Clear();
        _text = new RowTextReader();
    }

    private void AddRows(string header, int line, RowText text, HashSet<string> known)
    {
        if (text.Summary.Length == 0) throw new FormatException("The row says nothing about the member. Write a sentence on an indented line below it.");
        var (left, code) = Cut(header, " => ");
        var call = code.Length > 0 ? new CallText(code, line) : _text.Call;
        var (signature, forms) = Cut(left, " : ");
        foreach (var (expanded, value) in Family.Expand(signature, call?.Code, _families))
        {
            var isPlain = expanded.StartsWith("static ", StringComparison.Ordinal);
            var parsed = Signature.Parse(isPlain ? expanded["static ".Length..] : expanded);
            IReadOnlyList<MemberForm> made = isPlain ? [new MemberForm(FormKind.Plain, [])] : forms.Length > 0 ? FormReader.Parse(forms) : _context.Forms;
            known.UnionWith([.. parsed.Parameters.Select(p => p.Name), .. made.SelectMany(f => f.Names)]);
            _rows.Add(new MemberRow(line, parsed, made, value is null ? null : call! with { Code = value }, text, _context, known));
        }
    }

    private static (string Left, string Right) Cut(string text, string separator)
    {
        var parts = text.Split(separator, 2);
        return (parts[0].Trim(), parts.Length > 1 ? parts[1].Trim() : "");
    }

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> old, (string Name, string Text) entry) =>
        new(old) { [entry.Name] = entry.Text };
}
