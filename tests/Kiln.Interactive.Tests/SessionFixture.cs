namespace Kiln.Interactive.Tests;

/// <summary>A lab with a store of its own; one test at a time, because the lab is the process's.</summary>
[Collection("session")]
public abstract class SessionFixture : IDisposable
{
    private readonly LabWorkspace _before = LabWorkspace.Current;
    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "stores", Guid.NewGuid().ToString("n"));

    protected SessionFixture() => LabWorkspace.Current = new LabWorkspace(_folder);

    public void Dispose()
    {
        LabWorkspace.Current.Dispose();
        LabWorkspace.Current = _before;
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
