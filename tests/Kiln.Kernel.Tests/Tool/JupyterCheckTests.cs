namespace Kiln.Kernel.Tests;

public sealed class JupyterCheckTests : IDisposable
{
    private readonly ToolRunner _tool = new();
    private readonly Findings _findings = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void A_machine_without_Jupyter_and_kernelspec_is_told_what_to_type()
    {
        JupyterCheck.Run(null, [_tool.DataFolder], _findings);
        Assert.Contains("pip install notebook", _findings.Problems[0]);
        Assert.Contains("kiln install", _findings.Problems[1]);
    }

    [Fact]
    public void An_installed_kernel_is_in_order()
    {
        ToolRunner.Succeed("install", "--prefix", _tool.Home, "--replace-dotnet");
        JupyterCheck.Run("/usr/bin/jupyter", [_tool.DataFolder], _findings);
        Assert.Empty(_findings.Problems);
        Assert.Equal(["Jupyter", "kernelspec .net-csharp", "kernelspec kiln"], _findings.Facts.Select(fact => fact.Name));
    }

    [Fact]
    public void A_kernelspec_whose_program_is_gone_is_a_problem()
    {
        new KernelSpecs(_tool.DataFolder).Write(new KernelSpec { Command = [_tool.At("gone", "kiln")] });
        JupyterCheck.Run("/usr/bin/jupyter", [_tool.DataFolder], _findings);
        Assert.Contains("is not there any more", Assert.Single(_findings.Problems));
    }

    [Fact]
    public void The_kernelspec_of_another_program_is_a_fact_and_no_problem()
    {
        ToolRunner.Succeed("install", "--prefix", _tool.Home);
        Directory.CreateDirectory(Path.Combine(_tool.Kernels, ".net-csharp"));
        JupyterCheck.Run("/usr/bin/jupyter", [_tool.DataFolder], _findings);
        Assert.Empty(_findings.Problems);
        Assert.Contains(_findings.Facts, fact => fact.Value.EndsWith("another program's", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_a_problem()
    {
        File.WriteAllText(_tool.At("file"), "");
        Assert.Null(FolderCheck.Problem(_tool.At("a", "b"), "Mend it."));
        Assert.Contains("Mend it.", FolderCheck.Problem("/proc/kiln/a", "Mend it."));
        Assert.Empty(Directory.EnumerateFiles(_tool.Home, ".kiln-*"));
    }
}
