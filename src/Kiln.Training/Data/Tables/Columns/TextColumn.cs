namespace Kiln.Training;

/// <summary>
/// One column while its cells come in as text. It keeps numbers, and the different texts by code, so that a column of a
/// million numbers does not hold a million strings; of a table that does not fit in memory, only what sums its cells up.
/// </summary>
internal sealed class TextColumn(string name, bool decimalComma = false, bool keepAllTexts = false)
{
    // A column of more different texts than this is no list of categories, whatever it is.
    private const int MostTexts = 4096;

    private readonly Dictionary<string, int> _codeOf = new(StringComparer.Ordinal);
    private List<int>? _codes = [];
    private bool _isKept = true;
    private float _first;

    public string Name { get; } = name;

    /// <summary>The numbers, or days since 1970 of dates; NaN where a cell is missing or neither.</summary>
    public List<float> Numbers { get; } = [];

    /// <summary>Index in <see cref="Texts"/> of every cell, -1 where it is missing; null where there are too many different ones.</summary>
    public IReadOnlyList<int>? Codes => _codes;

    /// <summary>Whether there are so few different texts that each has a code.</summary>
    public bool HasCodes => _codes is not null;

    /// <summary>How many cells came in.</summary>
    public int Count { get; private set; }

    /// <summary>The cell that came in last.</summary>
    public Cell Last { get; private set; }

    /// <summary>The smallest of the numbers, or of the days; NaN where there is none.</summary>
    public float Low { get; private set; } = float.NaN;

    /// <summary>The largest of them.</summary>
    public float High { get; private set; } = float.NaN;

    /// <summary>Whether each number is one more than that of the row before.</summary>
    public bool CountsRows { get; private set; } = true;

    /// <summary>Days since 1970 by code, where the texts are dates whose form the whole column tells; null otherwise.</summary>
    public float[]? DaysOfCode { get; set; }

    /// <summary>The different texts, in order of appearance.</summary>
    public List<string> Texts { get; } = [];

    public int MissingCount { get; private set; }

    public int NumberCount { get; private set; }

    public int DateCount { get; private set; }

    /// <summary>Cells that are neither missing nor a number nor a date.</summary>
    public int WordCount { get; private set; }

    /// <summary>Row (from 0) and text of the first cell that is no number.</summary>
    public (int Row, string Text)? FirstNoNumber { get; private set; }

    public int Filled => Count - MissingCount;

    /// <summary>One cell of a column that keeps its cells.</summary>
    public Cell CellOf(int row) => new(Numbers[row], _codes is null ? -1 : _codes[row]);

    /// <summary>Keeps no cells any more: they are kept elsewhere.</summary>
    public void LetGo()
    {
        _isKept = false;
        Numbers.Clear();
        Numbers.TrimExcess();
        _codes?.Clear();
        _codes?.TrimExcess();
    }

    public void Add(string text)
    {
        if (CellText.IsMissing(text)) AddMissing();
        else AddValue(text);
    }

    public void AddMissing()
    {
        MissingCount++;
        CountsRows = false;
        Keep(new Cell(float.NaN, -1));
    }

    private void AddValue(string text)
    {
        int row = Count;
        if (CellText.TryNumber(text, decimalComma, out float value)) NumberCount++;
        else
        {
            FirstNoNumber ??= (row, text);
            // Trying a dozen forms of dates on every cell of a column of words would be slow: the first cells decide.
            if (WordCount <= DateCount + 100 && CellText.TryDate(text, out value)) DateCount++;
            else (value, WordCount) = (float.NaN, WordCount + 1);
        }
        Measure(value);
        Keep(new Cell(value, CodeOf(text)));
    }

    private void Keep(Cell cell)
    {
        Last = cell;
        Count++;
        if (!_isKept) return;
        Numbers.Add(cell.Number);
        _codes?.Add(cell.Code);
    }

    private void Measure(float value)
    {
        if (Count == 0) _first = value;
        CountsRows &= value == _first + Count;
        if (float.IsNaN(value)) return;
        Low = float.IsNaN(Low) ? value : Math.Min(Low, value);
        High = float.IsNaN(High) ? value : Math.Max(High, value);
    }

    private int CodeOf(string text)
    {
        if (_codes is null) return -1;
        if (!_codeOf.TryGetValue(text, out int code))
        {
            if (Texts.Count == MostTexts && !keepAllTexts)
            {
                _codes = null;
                _codeOf.Clear();
                return -1;
            }
            code = Texts.Count;
            Texts.Add(text);
            _codeOf.Add(text, code);
        }
        return code;
    }
}
