using System.Globalization;

namespace Notebooks.Tests;

/// <summary>A disk of a few megabytes, in memory.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private SmallDisk(string folder) => Folder = folder;

    /// <summary>Where it is mounted.</summary>
    public string Folder { get; }

    /// <summary>Mounts it; skips the test where that is not allowed.</summary>
    public static async Task<SmallDisk> MountAsync(Sandbox sandbox, int megabytes)
    {
        var folder = Directory.CreateDirectory(Path.Combine(sandbox.Folder, "small-disk")).FullName;
        var size = string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m");
        var (code, output) = await ChildProcess.RunAsync("/bin/mount", ["-t", "tmpfs", "-o", size, "tmpfs", folder], "/", sandbox.Environment, Limit);
        Assert.SkipUnless(code == 0, "A full disk needs a small one, and mounting is not allowed here: " + output.Trim());
        return new(folder);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() =>
        await ChildProcess.RunAsync("/bin/umount", [Folder], "/", new Dictionary<string, string?>(), Limit);
}
