using System.Data;
using System.Data.Common;
using System.Text.Json;

namespace Kiln.Runs;

/// <summary>The open database: one connection, one caller at a time, every error turned into words.</summary>
internal sealed class Database : IDisposable
{
    private readonly Lock _gate = new();
    private readonly IEngine _engine;
    private DbConnection _connection;

    private Database(IEngine engine, DbConnection connection)
    {
        _engine = engine;
        _connection = connection;
    }

    /// <summary>Where it is, for messages.</summary>
    public string Location => _engine.Location;

    public static Database Open(IEngine engine)
    {
        try
        {
            return new Database(engine, Connect(engine));
        }
        catch (DbException error)
        {
            throw engine.Describe(error);
        }
    }

    /// <summary>Runs one piece of work alone on the connection.</summary>
    public T Use<T>(Func<DbConnection, T> work)
    {
        lock (_gate)
        {
            _engine.CheckThere();
            try
            {
                // A server that was started anew is used on; a file's connection never closes by itself.
                if (_connection.State is ConnectionState.Closed or ConnectionState.Broken)
                    Reconnect();
                return work(_connection);
            }
            catch (DbException error)
            {
                throw _engine.Describe(error);
            }
            catch (Exception error) when (error is JsonException or FormatException or InvalidCastException)
            {
                throw _engine.DescribeUnreadable(error);
            }
        }
    }

    /// <summary>Runs one piece of work as a transaction that may write.</summary>
    public T Write<T>(Func<DbConnection, T> work) => Use(connection =>
    {
        using var transaction = _engine.Begin(connection);
        var result = work(connection);
        transaction.Commit();
        return result;
    });

    /// <summary>As <see cref="Write"/>, and on the disk itself when it returns: with it everything written before.</summary>
    public T WriteThrough<T>(Func<DbConnection, T> work)
    {
        lock (_gate)
            return Use(connection => _engine.Durably(connection, () => Write(work)));
    }

    /// <summary>Runs statements that stand outside a transaction.</summary>
    public void Run(string sql) => Use(connection => connection.Run(sql));

    public void Dispose()
    {
        lock (_gate)
            _connection.Dispose();
    }

    private void Reconnect()
    {
        _connection.Dispose();
        _connection = Connect(_engine);
    }

    private static DbConnection Connect(IEngine engine)
    {
        var connection = engine.Connect();
        try
        {
            var version = Schema.CheckVersion(engine, connection);
            engine.Prepare(connection);
            if (version < Schema.Version)
                Schema.Migrate(engine, connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
