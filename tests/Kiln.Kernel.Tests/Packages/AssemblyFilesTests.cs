namespace Kiln.Kernel.Tests;

[Collection("kernel")]
public sealed class AssemblyFilesTests(KernelProbe kernel) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kiln-files").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_assembly_is_referenced_by_its_path()
    {
        var library = Path.Combine(AppContext.BaseDirectory, "xunit.v3.assert.dll");
        var cell = await kernel.RunAsync($"#r \"{library}\"\ntypeof(Xunit.Assert).Name");
        Assert.Equal("Assert", cell.Result);
        Assert.Equal("True", (await kernel.RunAsync("typeof(Xunit.Assert).IsClass")).Result);
    }

    [Fact]
    public async Task A_missing_assembly_is_the_compilers_error_with_its_line() =>
        Assert.Contains("CS0006", (await kernel.RunAsync("#r \"/no/such/file.dll\"\n1")).Traceback);

    [Theory]
    [InlineData("System.Xml.Linq")]
    [InlineData("System.Xml.Linq.dll")]
    public async Task An_assembly_of_the_framework_is_referenced_by_its_name(string name) =>
        Assert.Equal("XElement", (await kernel.RunAsync($"#r \"{name}\"\nnameof(System.Xml.Linq.XElement)")).Result);

    [Fact]
    public async Task A_file_that_is_no_assembly_is_refused_and_harms_no_later_cell()
    {
        File.WriteAllText(At("text.dll"), "no assembly");
        Assert.Contains("is no .NET assembly", (await kernel.RunAsync($"#r \"{At("text.dll")}\"\n1")).Traceback);
        Assert.Equal("2", (await kernel.RunAsync("1 + 1")).Result);
    }

    [Fact]
    public async Task What_an_assembly_needs_is_found_beside_it()
    {
        File.WriteAllBytes(At("KilnFileBeside.dll"), LocalFeed.Library("KilnFileBeside", "namespace KilnFileBeside; public static class Facts { public static int Number => 42; }"));
        var cell = await kernel.RunAsync($"#r \"{At("KilnFileBeside.dll")}\"\nKilnFileBeside.Facts.Number");
        Assert.Equal("42", cell.Result);
    }

    [Fact]
    public async Task A_second_file_of_a_loaded_name_needs_a_restart()
    {
        var other = Directory.CreateDirectory(At("other")).FullName;
        File.WriteAllBytes(At("KilnFileTwice.dll"), LocalFeed.Library("KilnFileTwice", "public static class Twice { public static int Number => 1; }"));
        File.WriteAllBytes(Path.Combine(other, "KilnFileTwice.dll"), LocalFeed.Library("KilnFileTwice", "public static class Twice { public static int Number => 2; }"));
        await kernel.RunAsync($"#r \"{At("KilnFileTwice.dll")}\"\nTwice.Number");
        var cell = await kernel.RunAsync($"#r \"{Path.Combine(other, "KilnFileTwice.dll")}\"");
        Assert.Contains("Restart the kernel to use", cell.Data("display_data"));
    }

    [Fact]
    public async Task A_file_that_was_built_anew_needs_a_restart()
    {
        File.WriteAllBytes(At("KilnFileAnew.dll"), LocalFeed.Library("KilnFileAnew", "public static class Anew { public static int Number => 1; }"));
        await kernel.RunAsync($"#r \"{At("KilnFileAnew.dll")}\"\nAnew.Number");
        File.SetLastWriteTimeUtc(At("KilnFileAnew.dll"), new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Contains("has changed since it was loaded", (await kernel.RunAsync($"#r \"{At("KilnFileAnew.dll")}\"")).Data("display_data"));
    }

    private string At(string name) => Path.Combine(_folder, name);
}
