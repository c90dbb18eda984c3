using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;

namespace Kiln.Training;

/// <summary>Reads a file of separated values into columns of text, once through and without holding all its texts.</summary>
internal static class CsvFile
{
    private const int MostColumns = 20_000;
    private const int LargestRecord = 1 << 24;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="path">The file; a name that ends in .gz is decompressed.</param>
    /// <param name="target">The columns to predict, whose cells are always kept.</param>
    /// <param name="options">Separator and header, where the file does not show them.</param>
    /// <param name="budget">Bytes that the cells, four each, may take in memory; more are kept in a file.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <exception cref="DataException">No such file, unequal rows, a quote that is never closed; names line and row.</exception>
    public static TextTable Read(string path, string target, TableOptions options, long budget, CancellationToken ct)
    {
        try
        {
            try
            {
                return Read(path, Strict, target, options, budget, ct);
            }
            catch (DecoderFallbackException)
            {
                // Spreadsheets on Windows write Western European text where they are not asked for UTF-8.
                TextTable table = Read(path, Encoding.Latin1, target, options, budget, ct);
                table.Remarks.Add("The file is not UTF-8; it was read as Latin-1. Save it as UTF-8 if letters look wrong.");
                return table;
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw FileMessage.CannotRead(path, problem);
        }
    }

    private static TextTable Read(string path, Encoding encoding, string target, TableOptions options, long budget, CancellationToken ct)
    {
        using CsvReader reader = CsvReader.Create(Open(path, encoding), Rules(options), leaveOpen: false);
        var table = new TextTable(NameOf(path), $"Read {path}", [], []);
        try
        {
            while (reader.Read())
            {
                if (table.Rows % 1000 == 0) ct.ThrowIfCancellationRequested();
                if (table.Columns.Count > 0 || !TakeHeader(reader, table, options)) AddRow(reader, table);
                if (TableExamples.IsLarge((long)table.Rows * table.Columns.Count, options, budget)) table.Spill(column => TableExamples.IsTarget(column, target));
            }
        }
        catch (CsvFormatException problem)
        {
            throw new DataException(string.Create(CultureInfo.InvariantCulture,
                $"{table.Place}: line {problem.LineNumber} has a double quote in a place where none may be. ")
                + "A cell with quotes begins and ends with one, and has inner quotes doubled: \"19\"\" wheel\".", problem);
        }
        return table;
    }

    /// <summary>Makes the columns; false where the record is no header but the first row.</summary>
    private static bool TakeHeader(CsvReader reader, TextTable table, TableOptions options)
    {
        if (reader.FieldCount > MostColumns)
            throw new DataException($"{table.Place}: expected at most {MostColumns} columns, got {reader.FieldCount}. Set the sign between cells with --separator if it is not {SignOf(reader)}.");
        string[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i).Trim())];
        bool header = options.Header ?? !Array.Exists(cells, cell => CellText.TryNumber(cell, reader.Separator != ',', out _));
        if (!header) table.Remarks.Add("The first line holds a number, so the columns are called column1, column2, …; --header yes takes that line as names.");
        var seen = new HashSet<string>();
        for (int i = 0; i < cells.Length; i++)
        {
            string plain = header && cells[i].Length > 0 ? cells[i] : string.Create(CultureInfo.InvariantCulture, $"column{i + 1}");
            string name = plain;
            for (int n = 2; !seen.Add(name); n++) name = string.Create(CultureInfo.InvariantCulture, $"{plain}_{n}");
            table.Columns.Add(new TextColumn(name, reader.Separator != ',', name.Equals(options.Text, StringComparison.OrdinalIgnoreCase)));
        }
        return header;
    }

    private static void AddRow(CsvReader reader, TextTable table)
    {
        table.Lines!.Add((int)reader.LineNumber);
        if (reader.FieldCount != table.Columns.Count)
        {
            throw new DataException(string.Create(CultureInfo.InvariantCulture,
                $"{table.Place}: {table.RowName(table.Lines.Count - 1)} has {reader.FieldCount} cells, expected {table.Columns.Count}. ")
                + $"A text with {SignOf(reader)} in it needs double quotes around it; another sign between cells is set with --separator.");
        }
        for (int i = 0; i < table.Columns.Count; i++) table.Columns[i].Add(reader.GetString(i).Trim());
        table.EndRow();
    }

    private static string SignOf(CsvReader reader) => reader.Separator switch { ',' => "a comma", ';' => "a semicolon", '\t' => "a tab", var sign => $"'{sign}'" };

    private static CsvReaderOptions Rules(TableOptions options) => new()
    {
        Separator = options.Separator,
        HasHeader = false,
        TrimWhitespace = true,
        TrackLineNumbers = true,
        MaxRecordSize = LargestRecord,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    private static StreamReader Open(string path, Encoding encoding)
    {
        Stream file = File.OpenRead(path);
        return new StreamReader(path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file, encoding);
    }

    internal static string NameOf(string path)
    {
        string name = Path.GetFileName(path.TrimEnd('/'));
        return name.Contains('.', StringComparison.Ordinal) ? name[..name.IndexOf('.', StringComparison.Ordinal)] is { Length: > 0 } stem ? stem : name : name;
    }
}
