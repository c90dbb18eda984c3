namespace Notebooks.Tests;

/// <summary>One Jupyter server and one browser for all tests of live notebooks.</summary>
public sealed class LiveNotebook : IAsyncLifetime
{
    private Sandbox _sandbox = null!;
    private JupyterServer _server = null!;
    private Chromium _browser = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _sandbox = await Sandbox.CreateAsync();
        _server = await JupyterServer.StartAsync(_sandbox);
        _browser = await Chromium.StartAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _server.DisposeAsync();
        _sandbox.Dispose();
    }

    /// <summary>Writes a notebook of these cells and opens it.</summary>
    internal Task<NotebookPage> OpenAsync(string name, params string[] cells)
    {
        NotebookFile.Of(cells).Write(PathOf(name));
        return ReopenAsync(name);
    }

    /// <summary>Opens a notebook that is there.</summary>
    internal Task<NotebookPage> ReopenAsync(string name) => NotebookPage.OpenAsync(_browser, _server, name + ".ipynb");

    /// <summary>The notebook as it lies on disk.</summary>
    internal NotebookFile OnDisk(string name) => NotebookFile.Read(PathOf(name));

    private string PathOf(string name) => Path.Combine(_sandbox.Work, name + ".ipynb");
}
