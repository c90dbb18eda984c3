namespace Kiln.Runs.Tests;

/// <summary>A store in a schema of its own of the tests' PostgreSQL server.</summary>
internal sealed class PostgresPlace(string address) : IStorePlace
{
    private readonly TemporaryFolder _folder = new();

    public string Folder => _folder.Path;

    public string? Address => address;

    public void Dispose() => _folder.Dispose();
}
