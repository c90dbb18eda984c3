using Kiln.Runs;

namespace Kiln.Kernel.Tests;

/// <summary>Lines of <c>kiln worker</c> that are refused, with what to type. In processes of their own: a worker takes its process over.</summary>
public sealed class WorkerCommandTests : IDisposable
{
    private readonly SearchNotebook _notebook = new();

    public void Dispose() => _notebook.Dispose();

    [Theory]
    [InlineData("--memory: expected a size such as 2GB or 500MB, got 'lots'", "--study", "s", "--memory", "lots")]
    [InlineData("--threads: expected a number from 1, got 0", "--study", "s", "--threads", "0")]
    [InlineData("Did you mean --study?", "--studdy", "s")]
    public void A_line_that_cannot_be_meant_is_refused(string expected, params string[] options)
    {
        var error = ToolRunner.Refuse(["worker", .. options]);
        Assert.StartsWith("kiln worker: ", error);
        Assert.Contains(expected, error);
    }

    [Fact]
    public void An_address_with_a_password_does_not_belong_on_a_command_line()
    {
        var error = Assert.Throws<ToolException>(() => WorkerStore.Open("postgresql://me:secret@db/kiln")).Message;
        Assert.Contains("export KILN_STORE", error);
        Assert.DoesNotContain("secret", error);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_not_made()
    {
        var folder = Path.Combine(_notebook.Folder, "mistyped");
        Assert.Contains($"there is no folder {folder}", Assert.Throws<ToolException>(() => WorkerStore.Open(folder)).Message);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_study_that_is_not_there_is_refused_with_those_that_are()
    {
        using (var store = RunStore.Open(_notebook.Store)) store.CreateStudy(new StudyRecord { Id = store.NewId(), Name = "lenet-random" });
        using var process = _notebook.Start(1, "worker", "--study", "lenet-randm");
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(SearchNotebook.Patience);
        Assert.Equal(1, process.ExitCode);
        Assert.Contains("Did you mean 'lenet-random'?", await File.ReadAllTextAsync(Path.Combine(_notebook.Folder, "out.txt"), TestContext.Current.CancellationToken));
    }
}
