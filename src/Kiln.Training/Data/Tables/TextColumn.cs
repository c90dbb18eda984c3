namespace Kiln.Training;

/// <summary>
/// One column while its cells come in as text. It keeps numbers, and the different texts by code, so that a column of a
/// million numbers does not hold a million strings.
/// </summary>
internal sealed class TextColumn(string name, bool decimalComma = false, bool keepAllTexts = false)
{
    // A column of more different texts than this is no list of categories, whatever it is.
    private const int MostTexts = 4096;

    private readonly Dictionary<string, int> _codeOf = new(StringComparer.Ordinal);
    private List<int>? _codes = [];

    public string Name { get; } = name;

    /// <summary>The numbers, or days since 1970 of dates; NaN where a cell is missing or neither.</summary>
    public List<float> Numbers { get; } = [];

    /// <summary>Index in <see cref="Texts"/> of every cell, -1 where it is missing; null where there are too many different ones.</summary>
    public IReadOnlyList<int>? Codes => _codes;

    /// <summary>The different texts, in order of appearance.</summary>
    public List<string> Texts { get; } = [];

    public int MissingCount { get; private set; }

    public int NumberCount { get; private set; }

    public int DateCount { get; private set; }

    /// <summary>Cells that are neither missing nor a number nor a date.</summary>
    public int WordCount { get; private set; }

    /// <summary>Row (from 0) and text of the first cell that is no number.</summary>
    public (int Row, string Text)? FirstNoNumber { get; private set; }

    public int Filled => Numbers.Count - MissingCount;

    public void Add(string text)
    {
        if (CellText.IsMissing(text)) AddMissing();
        else AddValue(text);
    }

    public void AddMissing()
    {
        MissingCount++;
        Numbers.Add(float.NaN);
        _codes?.Add(-1);
    }

    private void AddValue(string text)
    {
        int row = Numbers.Count;
        if (CellText.TryNumber(text, decimalComma, out float value)) NumberCount++;
        else
        {
            FirstNoNumber ??= (row, text);
            // Trying a dozen forms of dates on every cell of a column of words would be slow: the first cells decide.
            if (WordCount <= DateCount + 100 && CellText.TryDate(text, out value)) DateCount++;
            else (value, WordCount) = (float.NaN, WordCount + 1);
        }
        Numbers.Add(value);
        AddCode(text);
    }

    private void AddCode(string text)
    {
        if (_codes is null) return;
        if (!_codeOf.TryGetValue(text, out int code))
        {
            if (Texts.Count == MostTexts && !keepAllTexts)
            {
                _codes = null;
                _codeOf.Clear();
                return;
            }
            code = Texts.Count;
            Texts.Add(text);
            _codeOf.Add(text, code);
        }
        _codes.Add(code);
    }
}
