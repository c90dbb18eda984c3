using Kiln.Runs;

namespace Kiln.Search.Tests;

/// <summary>A new folder for a run store, removed with its content.</summary>
internal sealed class TemporaryStore : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("kiln-search-").FullName;

    public RunStore Open() => RunStore.Open(_path);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
