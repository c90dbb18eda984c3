using System.Data.Common;

namespace Kiln.Runs;

/// <summary>What differs between the databases a store may lie in. Tables, queries and rows are the same on all of them.</summary>
internal interface IEngine
{
    /// <summary>Where the store is, for messages: a path or an address, never with a password.</summary>
    string Location { get; }

    /// <summary>Opens a connection, and changes nothing yet.</summary>
    DbConnection Connect();

    /// <summary>Makes a connection ready for work, once the store is known to be ours.</summary>
    void Prepare(DbConnection connection);

    /// <summary>Throws where the store went away under an open connection.</summary>
    void CheckThere();

    /// <summary>The schema version, 0 for a store without tables.</summary>
    /// <exception cref="RunStoreException">The database belongs to another program.</exception>
    int ReadVersion(DbConnection connection);

    /// <summary>Marks the store as ours, of this version.</summary>
    void WriteVersion(DbConnection connection, int version);

    /// <summary>Keeps the store as it is before an upgrade, where the database itself cannot go back.</summary>
    void Backup(DbConnection connection, string version);

    /// <summary>Begins a transaction that may write.</summary>
    DbTransaction Begin(DbConnection connection);

    /// <summary>Begins a transaction in which nobody else changes tables.</summary>
    DbTransaction BeginMigration(DbConnection connection);

    /// <summary>Runs work whose commits are on the disk itself when it returns.</summary>
    T Durably<T>(DbConnection connection, Func<T> work);

    /// <summary>A migration's text with the <c>{words}</c> replaced that stand for this database's own.</summary>
    string Adapt(string sql);

    /// <summary>An error of the database in words for the store's owner, with what to do.</summary>
    RunStoreException Describe(DbException error);

    /// <summary>The same of a value that is not what a store holds.</summary>
    RunStoreException DescribeUnreadable(Exception error);
}
