namespace Kiln.Kernel.Tests;

[Collection("kernel")]
public class DirectivesTests(KernelProbe kernel)
{
    [Fact]
    public async Task TorchSharp_is_answered_without_a_restore_and_the_code_goes_on()
    {
        var cell = await kernel.RunAsync("#r \"nuget: TorchSharp-cpu, 0.96.6\"\n#r \"nuget:libtorch-cpu\"\n41 + 1");
        Assert.Equal(["display_data", "display_data", "execute_result"], cell.Outputs);
        Assert.Contains("built in", cell.Data("display_data"));
        Assert.Equal("42", cell.Result);
    }

    [Fact]
    public async Task An_error_below_a_package_line_keeps_its_line() =>
        Assert.Contains("(2,1): error CS0103", (await kernel.RunAsync("#r \"nuget: TorchSharp\"\nmissingName;")).Traceback);

    [Fact]
    public async Task A_package_is_restored_and_its_types_are_there()
    {
        // Small, and without packages of its own.
        var cell = await kernel.RunAsync("#r \"nuget: CsvHelper, 34.0.0\"\nusing CsvHelper;\nnameof(CsvReader)");
        Assert.Equal("CsvReader", cell.Result);
        Assert.Equal("Installed Packages\n  CsvHelper, 34.0.0", cell.Data("update_display_data"));
    }

    [Fact]
    public async Task A_native_library_of_a_package_is_loaded()
    {
        var cell = await kernel.RunAsync("""
            #r "nuget: SourceGear.sqlite3"
            using System.Runtime.InteropServices;
            [DllImport("e_sqlite3")] static extern int sqlite3_libversion_number();
            sqlite3_libversion_number() > 3_000_000
            """);
        Assert.Equal("True", cell.Result);
    }

    [Fact]
    public async Task A_package_that_cannot_be_had_is_one_clean_message()
    {
        var cell = await kernel.RunAsync("#r \"nuget: CsvHelper, [0.0.0-never]\"\n1");
        Assert.Equal("PackageError", (string?)cell.Reply["ename"]);
        Assert.Contains("CsvHelper", (string?)cell.Reply["evalue"]);
        Assert.Equal("1", (await kernel.RunAsync("1")).Result);
    }
}
