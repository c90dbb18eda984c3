using Microsoft.Playwright;

namespace Notebooks.Tests;

/// <summary>Debian's Chromium with a profile of its own.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";

    // QUIC and the background services try the network, which a test must neither need nor wait for.
    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly DirectoryInfo _profile;

    private Chromium(IPlaywright playwright, IBrowserContext context, DirectoryInfo profile)
    {
        _playwright = playwright;
        _profile = profile;
        Context = context;
    }

    /// <summary>Where pages are opened.</summary>
    public IBrowserContext Context { get; }

    /// <summary>Starts the browser.</summary>
    public static async Task<Chromium> StartAsync()
    {
        Assert.SkipUnless(File.Exists(Program), $"{Program} is missing: apt-get install chromium.");
        var profile = Directory.CreateTempSubdirectory("kiln-chromium-");
        var playwright = await Playwright.CreateAsync();
        var context = await playwright.Chromium.LaunchPersistentContextAsync(profile.FullName, new()
        {
            ExecutablePath = Program,
            Args = Arguments,
            ViewportSize = new() { Width = 1100, Height = 1400 },
        });
        // Only the server of the test: what a notebook shows must not depend on a network.
        await context.RouteAsync(IsElsewhere, route => route.AbortAsync());
        return new(playwright, context, profile);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        _playwright.Dispose();
        _profile.Delete(recursive: true);
    }

    private static bool IsElsewhere(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", IsLoopback: false };
}
