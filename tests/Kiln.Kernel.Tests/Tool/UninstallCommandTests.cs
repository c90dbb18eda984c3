namespace Kiln.Kernel.Tests;

public sealed class UninstallCommandTests : IDisposable
{
    private readonly ToolRunner _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Everything_that_was_installed_is_removed_and_nothing_else()
    {
        var other = Path.Combine(Directory.CreateDirectory(Path.Combine(_tool.Kernels, "python3")).FullName, "kernel.json");
        File.WriteAllText(other, "{}");
        ToolRunner.Succeed("install", "--prefix", _tool.Home, "--replace-dotnet");

        var output = ToolRunner.Succeed("uninstall", "--prefix", _tool.Home);

        Assert.Contains("Removed the kernelspec kiln", output);
        Assert.Contains("Removed the kernelspec .net-csharp", output);
        Assert.Equal([Path.GetDirectoryName(other)!], Directory.EnumerateDirectories(_tool.Kernels));
    }

    [Fact]
    public void A_file_that_somebody_put_beside_stays()
    {
        ToolRunner.Succeed("install", "--prefix", _tool.Home);
        File.WriteAllText(Path.Combine(_tool.Kernels, "kiln", "mine.css"), "");
        Assert.Contains("stays", ToolRunner.Succeed("uninstall", "--prefix", _tool.Home));
        Assert.Equal(["mine.css"], Directory.EnumerateFiles(Path.Combine(_tool.Kernels, "kiln")).Select(Path.GetFileName));
    }

    [Fact]
    public void One_kernelspec_can_be_named()
    {
        ToolRunner.Succeed("install", "--prefix", _tool.Home, "--replace-dotnet");
        ToolRunner.Succeed("uninstall", "--prefix", _tool.Home, "--name", ".net-csharp");
        Assert.Equal(["kiln"], new KernelSpecs(_tool.DataFolder).List().Select(spec => spec.Name));
    }

    [Fact]
    public void Where_there_is_nothing_it_says_so() =>
        Assert.Contains("nothing to remove", ToolRunner.Succeed("uninstall", "--prefix", _tool.Home));

    [Fact]
    public void The_kernelspec_of_another_program_is_refused()
    {
        Directory.CreateDirectory(Path.Combine(_tool.Kernels, "python3"));
        Assert.Contains("not written by Kiln", ToolRunner.Refuse("uninstall", "--prefix", _tool.Home, "--name", "python3"));
    }

    [Fact]
    public void A_list_of_files_that_leads_elsewhere_removes_nothing_there()
    {
        File.WriteAllText(_tool.At("precious.txt"), "");
        var folder = Directory.CreateDirectory(Path.Combine(_tool.Kernels, "kiln")).FullName;
        File.WriteAllText(Path.Combine(folder, "kernel.json"), """{"metadata":{"kiln":{"files":["../../../../precious.txt","",null,".."]}}}""");
        ToolRunner.Succeed("uninstall", "--prefix", _tool.Home);
        Assert.True(File.Exists(_tool.At("precious.txt")));
    }
}
