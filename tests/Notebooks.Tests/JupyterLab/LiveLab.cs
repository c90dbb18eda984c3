namespace Notebooks.Tests;

/// <summary>One server, one browser and one session of the kernel for all tests in JupyterLab.</summary>
[CollectionDefinition(Collection)]
public sealed class LiveLab : IAsyncLifetime, ICollectionFixture<LiveLab>
{
    /// <summary>The tests that share it.</summary>
    internal const string Collection = "JupyterLab";

    private Sandbox _sandbox = null!;
    private JupyterServer _server = null!;
    private Chromium _browser = null!;
    private LabPage? _page;

    /// <summary>The page with the session.</summary>
    internal LabPage Page
    {
        get
        {
            Assert.SkipWhen(_page is null, $"{Missing}, then ./test.sh.");
            return _page;
        }
    }

    // Said by the tests: whoever skips while a fixture starts, fails all of them.
    private static string? Missing =>
        !Directory.Exists(Repository.LabPage) ? "JupyterLab's packages were not fetched: apt-get install nodejs npm"
        : !File.Exists(JupyterServer.Bare) ? $"{JupyterServer.Bare} is missing: apt-get install jupyter-server"
        : null;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Missing is not null) return;
        _sandbox = await Sandbox.CreateAsync();
        _server = await JupyterServer.StartBareAsync(_sandbox, Repository.LabPage);
        _browser = await Chromium.StartAsync();
        _page = await LabPage.OpenAsync(_browser, _server);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
        _sandbox?.Dispose();
    }
}
