namespace Kiln.Runs.Tests;

/// <summary>A store in a file.</summary>
internal sealed class SqlitePlace : IStorePlace
{
    private readonly TemporaryFolder _folder = new();

    public string Folder => _folder.Path;

    public string? Address => null;

    public void Dispose() => _folder.Dispose();
}
