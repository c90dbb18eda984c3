namespace Kiln.Runs.Tests;

/// <summary>A new and empty place for a store, removed at the end of a test.</summary>
internal interface IStorePlace : IDisposable
{
    /// <summary>The folder of runs' files.</summary>
    string Folder { get; }

    /// <summary>The database's address; null for the file in the folder.</summary>
    string? Address { get; }

    /// <summary>Opens the store; any number of times.</summary>
    RunStore Open(TimeProvider? time = null) => RunStore.Open(Folder, time, Address);
}
