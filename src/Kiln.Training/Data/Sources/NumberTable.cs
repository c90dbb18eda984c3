using System.Globalization;
using System.IO.Compression;

namespace Kiln.Training;

/// <summary>
/// A file of plain numbers with commas, gzipped or not. These files hold no quotes and no text,
/// so no CSV dialect is needed, and 1,797 rows read in milliseconds.
/// </summary>
internal static class NumberTable
{
    /// <summary>All rows, with the same number of columns each.</summary>
    /// <param name="path">The file; a name that ends in .gz is decompressed.</param>
    /// <param name="columns">Columns every row must have.</param>
    /// <param name="headerLines">Lines to leave out at the start.</param>
    /// <param name="ct">Stops the reading.</param>
    public static List<float[]> Read(string path, int columns, int headerLines, CancellationToken ct)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            using Stream content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
            using var reader = new StreamReader(content);
            return ReadRows(reader, path, columns, headerLines, ct);
        }
        catch (InvalidDataException problem)
        {
            throw DataFileText.Damaged(path, "a complete gzip file", problem.Message.TrimEnd('.'), problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"Read {path}: {problem.Message} Check that the file can be read.", problem);
        }
    }

    /// <summary>The last column as classes; a label that is no whole number is refused.</summary>
    public static long[] Labels(string path, List<float[]> rows)
    {
        var labels = new long[rows.Count];
        for (int i = 0; i < labels.Length; i++)
        {
            float label = rows[i][^1];
            labels[i] = (long)label;
            if (label != labels[i])
                throw DataFileText.Damaged(path, $"a whole number as label of row {i + 1}", label.ToString(CultureInfo.InvariantCulture));
        }
        return labels;
    }

    private static List<float[]> ReadRows(StreamReader reader, string path, int columns, int headerLines, CancellationToken ct)
    {
        var rows = new List<float[]>();
        for (int line = 1; reader.ReadLine() is { } text; line++)
        {
            ct.ThrowIfCancellationRequested();
            if (line > headerLines && text.Length > 0)
                rows.Add(ReadRow(text, path, line, columns));
        }
        return rows;
    }

    private static float[] ReadRow(string text, string path, int line, int columns)
    {
        string[] fields = text.Split(',');
        if (fields.Length != columns)
            throw DataFileText.Damaged(path, $"{columns} columns in line {line}", $"{fields.Length}");
        var row = new float[columns];
        for (int i = 0; i < columns; i++)
        {
            if (!float.TryParse(fields[i], NumberStyles.Float, CultureInfo.InvariantCulture, out row[i]) || !float.IsFinite(row[i]))
                throw DataFileText.Damaged(path, $"a number in line {line}, column {i + 1}", $"'{fields[i]}'");
        }
        return row;
    }
}
