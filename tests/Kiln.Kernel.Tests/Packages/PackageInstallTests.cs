using System.Text;

namespace Kiln.Kernel.Tests;

/// <summary>Packages as a cell meets them; from feeds made here, so that no network is needed.</summary>
[Collection("kernel")]
public sealed class PackageInstallTests : IDisposable
{
    private readonly LocalFeed _feed = new();
    // Not the one of the other tests: what is loaded there would have to stay, and these feeds go.
    private readonly KernelProbe _kernel = new();

    public void Dispose() => _feed.Dispose();

    [Fact]
    public async Task Packages_of_a_folder_are_installed_listed_and_used_with_all_that_they_need()
    {
        _feed.AddLibrary("KilnTestDeep", "1.0.0");
        _feed.AddLibrary("KilnTestA", "1.0.0");
        _feed.AddLibrary("KilnTestA", "1.5.0", ("KilnTestDeep", "1.0.0"));
        _feed.AddLibrary("KilnTestA", "2.0.0");

        var cell = await _kernel.RunAsync($"""
            #i "nuget:{_feed.Folder}"
            #r "nuget: kilntesta, [1.0,2.0)"
            #r "nuget: KilnTestDeep"
            KilnTestA.Facts.Version + KilnTestDeep.Facts.Version
            """);

        Assert.Equal("1.0.01.0.0", cell.Result);
        Assert.Equal("Installing Packages\n  kilntesta, [1.0,2.0)\n  KilnTestDeep", cell.Data("display_data"));
        Assert.Equal("Installed Packages\n  KilnTestA, 1.0.0\n  KilnTestDeep, 1.0.0", cell.Data("update_display_data"));
        Assert.Contains("<li><span>KilnTestA, 1.0.0</span></li>", cell.Data("update_display_data", "text/html"));
    }

    [Fact]
    public async Task A_loaded_package_stays_and_another_version_needs_a_restart()
    {
        _feed.AddLibrary("KilnTestB", "1.0.0");
        _feed.AddLibrary("KilnTestB", "2.0.0");
        await _kernel.RunAsync($"#i \"nuget:{_feed.Folder}\"\n#r \"nuget: KilnTestB, 1.*\"");

        var again = await _kernel.RunAsync("#r \"nuget: KilnTestB, 1.0.0\"\nKilnTestB.Facts.Version");
        Assert.Equal("1.0.0", again.Result);
        Assert.Equal("Installed Packages\n  KilnTestB, 1.0.0", again.Data("display_data"));

        var other = await _kernel.RunAsync("#r \"nuget: KilnTestB, 2.0.0\"");
        Assert.Contains("KilnTestB 1.0.0 is loaded already", other.Traceback);
        Assert.Contains("Restart the kernel", other.Traceback);
    }

    [Fact]
    public async Task Prereleases_come_only_when_asked_for()
    {
        SlowTests.SkipUnlessAsked();
        _feed.AddLibrary("KilnTestC", "1.0.0-beta.1");
        var source = $"#i \"nuget:{_feed.Folder}\"\n";
        var refused = await _kernel.RunAsync(source + "#r \"nuget: KilnTestC\"");
        Assert.Contains("*-*", refused.Traceback);
        Assert.StartsWith("Not installed", refused.Data("update_display_data"));
        Assert.Equal("1.0.0-beta.1", (await _kernel.RunAsync(source + "#r \"nuget: KilnTestC, *-*\"\nKilnTestC.Facts.Version")).Result);
    }

    [Fact]
    public async Task What_a_package_brings_beside_code_is_said_or_left_alone()
    {
        var evil = Encoding.UTF8.GetBytes("<Project><Target Name=\"X\" BeforeTargets=\"Restore\"><Error Text=\"run\"/></Target></Project>");
        _feed.Add("KilnTestTools", "1.0.0", [], ("build/KilnTestTools.targets", evil), ("build/KilnTestTools.props", evil));
        _feed.Add(
            "KilnTestShow", "1.0.0", [],
            ("lib/net10.0/KilnTestShow.dll", LocalFeed.Library("KilnTestShow", "namespace KilnTestShow; public class Facts { }")),
            ("interactive-extensions/dotnet/extension.dib", Encoding.UTF8.GetBytes("#!csharp\nthrow new Exception(\"run\");")));

        var library = LocalFeed.Library("System.CommandLine", "[assembly: System.Reflection.AssemblyVersion(\"99.1.0.0\")] namespace Other; public class Facts { }");
        _feed.Add("KilnTestOwn", "1.0.0", [], ("lib/net10.0/System.CommandLine.dll", library));

        var cell = await _kernel.RunAsync($"""
            #i "nuget:{_feed.Folder}"
            #r "nuget: KilnTestTools"
            #r "nuget: KilnTestShow"
            #r "nuget: KilnTestOwn"
            nameof(KilnTestShow.Facts) + typeof(System.CommandLine.RootCommand).Name
            """);

        Assert.Equal(("ok", ""), (cell.Status, cell.Status == "ok" ? "" : cell.Traceback));
        Assert.Equal("FactsRootCommand", cell.Result);
        Assert.Contains("is part of Kiln and is used in place of 99.1.0", cell.Data("update_display_data"));
        Assert.Contains("KilnTestTools holds nothing that a cell could use", cell.Data("update_display_data"));
        Assert.Contains("KilnTestShow has an extension for .NET Interactive, which Kiln does not run", cell.Data("update_display_data"));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_refused_and_no_feed_afterwards()
    {
        Assert.Contains("there is no folder", (await _kernel.RunAsync("#i \"nuget:no/such/folder\"")).Traceback);
        Assert.Equal("2", (await _kernel.RunAsync("1 + 1")).Result);
    }

    [Fact]
    public async Task A_restored_set_is_found_again_without_its_feed()
    {
        SlowTests.SkipUnlessAsked();
        _feed.AddLibrary("KilnTestD", "1.0.0");
        using var cache = new ToolRunner();
        var restore = new PackageRestore(cache.Home);
        var project = new RestoreProject { Packages = [new PackageRequest("KilnTestD", "1.0.0")], Sources = [_feed.Folder] };
        await restore.RestoreAsync(project, CancellationToken.None);
        File.Delete(Path.Combine(_feed.Folder, "KilnTestD.1.0.0.nupkg"));
        var again = await restore.RestoreAsync(project, CancellationToken.None);
        Assert.Equal("1.0.0", again.Find("kilntestd")!.Version);
    }

    [Fact]
    public async Task Without_a_network_the_newest_on_this_machine_is_taken()
    {
        SlowTests.SkipUnlessAsked();
        _feed.AddLibrary("KilnTestE", "1.0.0");
        using var cache = new ToolRunner();
        var restore = new PackageRestore(cache.Home);
        await restore.RestoreAsync(new RestoreProject { Packages = [new PackageRequest("KilnTestE", "1.0.0")], Sources = [_feed.Folder] }, CancellationToken.None);

        var offline = await restore.RestoreAsync(
            new RestoreProject { Packages = [new PackageRequest("KilnTestE", "*")], OnlySource = "https://127.0.0.1:9/v3/index.json" }, CancellationToken.None);

        Assert.Equal("1.0.0", offline.Find("KilnTestE")!.Version);
        Assert.Contains("No feed can be reached", Assert.Single(offline.Remarks));
    }

    [Fact]
    public async Task Kernels_that_restore_the_same_set_at_once_all_get_it()
    {
        SlowTests.SkipUnlessAsked();
        _feed.AddLibrary("KilnTestF", "1.0.0");
        using var cache = new ToolRunner();
        var project = new RestoreProject { Packages = [new PackageRequest("KilnTestF", "1.0.0")], Sources = [_feed.Folder] };
        var all = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => new PackageRestore(cache.Home).RestoreAsync(project, CancellationToken.None)));
        Assert.All(all, restored => Assert.NotNull(restored.Find("KilnTestF")));
        Assert.Equal([$"{project.Hash}.json"], Directory.EnumerateFiles(cache.Home).Select(Path.GetFileName));
    }

    [Fact]
    public async Task An_interrupt_ends_a_restore_and_leaves_nothing_behind()
    {
        using var cache = new ToolRunner();
        using var stop = new CancellationTokenSource();
        var project = new RestoreProject { Packages = [new PackageRequest("KilnTestG", "1.0.0")], Sources = [_feed.Folder] };
        var restore = new PackageRestore(cache.Home).RestoreAsync(project, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => restore);
        Assert.Empty(Directory.EnumerateFileSystemEntries(cache.Home));
    }

    [Fact]
    public async Task Texts_in_other_languages_are_found()
    {
        SlowTests.SkipUnlessAsked();
        var satellite = LocalFeed.Library("KilnTestH.resources", "[assembly: System.Reflection.AssemblyCulture(\"de\")]");
        _feed.Add("KilnTestH.de", "1.0.0", [], ("lib/net10.0/de/KilnTestH.resources.dll", satellite));
        _feed.AddLibrary("KilnTestH", "1.0.0", ("KilnTestH.de", "1.0.0"));
        var cell = await _kernel.RunAsync($"#i \"nuget:{_feed.Folder}\"\n#r \"nuget: KilnTestH\"\ntypeof(KilnTestH.Facts).Assembly.GetSatelliteAssembly(new System.Globalization.CultureInfo(\"de\")).GetName().CultureName");
        Assert.Equal(("ok", ""), (cell.Status, cell.Status == "ok" ? "" : cell.Traceback));
        Assert.Equal("de", cell.Result);
    }
}
