using System.Data.Common;
using System.Text;

namespace Kiln.Runs;

/// <summary>Rows that belong to one run, inserted by one statement.</summary>
internal static class RowInsert
{
    // SQLite takes 32,766 parameters to a statement, PostgreSQL 65,535; short statements are prepared more quickly.
    private const int MostRows = 100;

    /// <summary>Inserts rows.</summary>
    /// <param name="connection">Inside a transaction.</param>
    /// <param name="table">The table.</param>
    /// <param name="run">Key of the run: the first column of each row.</param>
    /// <param name="columns">The columns after it.</param>
    /// <param name="rows">Their values.</param>
    /// <param name="conflict">What happens where the row is there already; default an error.</param>
    /// <param name="values">Parameters that this clause has.</param>
    public static void Into(
        DbConnection connection, string table, long run, ReadOnlySpan<string> columns, IEnumerable<object?[]> rows,
        string conflict = "", params ReadOnlySpan<(string Name, object? Value)> values)
    {
        foreach (var part in rows.Chunk(MostRows))
        {
            var parameters = new List<(string, object?)>([("run", run), .. values]);
            var text = new StringBuilder($"INSERT INTO {table} (run, {string.Join(", ", columns)}) VALUES ");
            for (var i = 0; i < part.Length; i++)
            {
                text.Append(i == 0 ? "(@run" : ", (@run");
                for (var j = 0; j < columns.Length; j++)
                {
                    var name = $"{columns[j]}{i}";
                    text.Append(", @").Append(name);
                    parameters.Add((name, part[i][j]));
                }
                text.Append(')');
            }
            connection.Run(text.Append(' ').Append(conflict).ToString(), parameters.ToArray());
        }
    }
}
