using System.Collections;
using System.Data;
using System.Reflection;

namespace Kiln.Training;

/// <summary>Makes a table of records, anonymous objects, dictionaries or a <see cref="DataTable"/>: properties become columns, read as a file's would be.</summary>
internal static class RecordTable
{
    /// <param name="name">Name of the data set, for messages.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="options">Columns to drop, the text column.</param>
    /// <exception cref="DataException">No row, rows without named values, or a value that is neither number nor text nor date.</exception>
    public static TextTable Of(string name, IEnumerable rows, TableOptions options)
    {
        string place = $"Data '{name}'";
        List<object> all = [.. rows.Cast<object?>().Index().Select(pair => pair.Item ?? throw new DataException($"{place}: row {pair.Index + 1} is null. Leave it out."))];
        if (all.Count == 0) throw new DataException($"{place}: expected at least one row, got none.");
        var table = new Columns(place, options);
        for (int row = 0; row < all.Count; row++) table.Add(row, CellsOf(place, all[row]));
        return new TextTable(name, place, table.Done(), null);
    }

    public static TextTable Of(string name, DataTable table, TableOptions options) => Of(name, table.Rows, options);

    private static IEnumerable<(string Name, object? Value)> CellsOf(string place, object row) => row switch
    {
        DataRow data => data.Table.Columns.Cast<DataColumn>().Select(column => (column.ColumnName, data[column] is DBNull ? null : data[column])),
        IDictionary pairs => pairs.Keys.Cast<object>().Select(key => (key.ToString() ?? "", pairs[key])),
        _ => MembersOf(place, row),
    };

    private static IEnumerable<(string, object?)> MembersOf(string place, object row)
    {
        Type type = row.GetType();
        if (CellValue.TextOf(row) is not null || row is IEnumerable)
        {
            throw new DataException($"{place}: its rows are of type {type.Name}, which has no named values. Give records or anonymous objects, "
                + "such as rows.Select(r => new { r.Size, r.Price }), or inputs and targets apart.");
        }
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance;
        var properties = type.GetProperties(Own).Where(property => property.CanRead && property.GetIndexParameters().Length == 0);
        return [.. properties.Select(property => (property.Name, property.GetValue(row))),
            .. type.GetFields(Own).Select(field => (field.Name, field.GetValue(row)))];
    }

    /// <summary>Columns in the order in which they first appear; a row that lacks one has nothing there.</summary>
    private sealed class Columns(string place, TableOptions options)
    {
        private readonly Dictionary<string, TextColumn> _byName = [];
        private int _rows;

        public void Add(int row, IEnumerable<(string Name, object? Value)> cells)
        {
            _rows = row + 1;
            foreach (var (name, value) in cells)
            {
                if (options.Drop.Contains(name, StringComparer.OrdinalIgnoreCase)) Put(name, row, null);
                else if (value is IEnumerable and not string) AddList(name, row, (IEnumerable)value);
                else Put(name, row, value);
            }
        }

        public List<TextColumn> Done()
        {
            foreach (TextColumn column in _byName.Values) Fill(column, _rows);
            return [.. _byName.Values];
        }

        // A property that holds an array, such as an embedding, is as many columns as it has elements.
        private void AddList(string name, int row, IEnumerable values)
        {
            int i = 0;
            foreach (object? value in values) Put(FormattableString.Invariant($"{name}[{i++}]"), row, value);
        }

        private void Put(string name, int row, object? value)
        {
            if (!_byName.TryGetValue(name, out TextColumn? column))
                _byName[name] = column = new TextColumn(name, keepAllTexts: name.Equals(options.Text, StringComparison.OrdinalIgnoreCase));
            Fill(column, row);
            if (value is null) column.AddMissing();
            else
            {
                column.Add(CellValue.TextOf(value) ?? throw new DataException($"{place}: {name} of row {row + 1} is of type {value.GetType().Name}, "
                    + $"expected a number, a text, a date, or an array of numbers. Leave it out with --drop {name}, or select what matters in it."));
            }
        }

        private static void Fill(TextColumn column, int rows)
        {
            while (column.Count < rows) column.AddMissing();
        }
    }
}
