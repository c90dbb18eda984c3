using System.Collections.Concurrent;
using System.Data.Common;

namespace Kiln.Runs;

/// <summary>Names of metrics and parameters that a store has; each is written once.</summary>
internal static class ValueNames
{
    /// <summary>Adds names that are new.</summary>
    /// <param name="connection">Inside a transaction.</param>
    /// <param name="kind"><c>metric</c> or <c>parameter</c>.</param>
    /// <param name="names">The names.</param>
    public static void Add(DbConnection connection, string kind, IEnumerable<string> names)
    {
        var known = KnownTo.Of(connection);
        foreach (var name in names)
            if (!known.Has(kind, name))
                connection.Run("INSERT INTO value_names (kind, name) VALUES (@kind, @name) ON CONFLICT DO NOTHING", ("kind", kind), ("name", name));
    }

    /// <summary>All names of a kind, sorted.</summary>
    public static List<string> Of(DbConnection connection, string kind) =>
        connection.Rows("SELECT name FROM value_names WHERE kind = @kind ORDER BY name", row => row.GetString(0), ("kind", kind));

    /// <summary>What a connection has read: names are never taken away, so one reading of each is enough.</summary>
    private sealed class KnownTo(DbConnection connection)
    {
        private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<DbConnection, KnownTo> All = [];

        private readonly ConcurrentDictionary<(string, string), bool> _names = [];

        public static KnownTo Of(DbConnection connection) => All.GetValue(connection, one => new KnownTo(one));

        public bool Has(string kind, string name)
        {
            if (_names.ContainsKey((kind, name)))
                return true;
            // Only what is there is remembered: a transaction that has written a name may yet be rolled back.
            if (connection.Number("SELECT count(*) FROM value_names WHERE kind = @kind AND name = @name", ("kind", kind), ("name", name)) == 0)
                return false;
            return _names[(kind, name)] = true;
        }
    }
}
