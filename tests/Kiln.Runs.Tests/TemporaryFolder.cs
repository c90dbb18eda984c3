namespace Kiln.Runs.Tests;

/// <summary>A new folder that is removed with its content.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("kiln-runs-").FullName;

    public string Database => System.IO.Path.Combine(Path, "runs.db");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
