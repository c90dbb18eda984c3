using System.Data;
using System.Globalization;
using System.Text;

namespace Kiln.Runs;

/// <summary>A table as CSV by RFC 4180, with a line of names; numbers read back as the same numbers.</summary>
internal static class CsvSheet
{
    public static int Write(Stream stream, DataTable table)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(string.Join(',', table.Columns.Cast<DataColumn>().Select(column => Cell(column.ColumnName))));
        foreach (DataRow row in table.Rows)
            writer.WriteLine(string.Join(',', row.ItemArray.Select(Cell)));
        return table.Rows.Count;
    }

    private static string Cell(object? value)
    {
        var text = value is DBNull ? "" : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
