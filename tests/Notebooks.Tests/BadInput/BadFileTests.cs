namespace Notebooks.Tests;

/// <summary>Files that are damaged, and a disk that is full.</summary>
public sealed class BadFileTests
{
    [Fact]
    public async Task A_truncated_data_file_is_named_and_the_kernel_lives()
    {
        using var sandbox = await Sandbox.CreateAsync();
        sandbox.Environment["KILN_DATA"] = sandbox.Folder;
        var folder = Directory.CreateDirectory(Path.Combine(sandbox.Folder, "fashion-mnist"));
        var file = Path.Combine(folder.FullName, "train-images-idx3-ubyte.gz");
        var original = await File.ReadAllBytesAsync("/usr/share/datasets/fashion-mnist/train-images-idx3-ubyte.gz", TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(file, original[..(original.Length / 2)], TestContext.Current.CancellationToken);

        await using var kernel = await KernelClient.StartAsync(sandbox);

        Assert.Contains(file, await Refusal.OfAsync(kernel, "#!data fashion-mnist"));
    }

    [Fact]
    public async Task A_damaged_checkpoint_is_refused_with_its_name_and_what_to_do()
    {
        using var sandbox = await Sandbox.CreateAsync();
        await using var kernel = await KernelClient.StartAsync(sandbox);
        await kernel.RunWellAsync(WorkingKernel.Define);
        var training = await kernel.BeginAsync("#!train net --epochs 500 --seed 3");
        await training.OutputAsync(_ => new Checkpoints(sandbox.KilnHome).Epoch >= 2, KernelClient.CellLimit);
        await kernel.InterruptAsync();
        await training.EndAsync(KernelClient.CellLimit);
        var last = Directory.EnumerateFiles(Path.Combine(new Checkpoints(sandbox.KilnHome).Folders[0], "last"), "*.safetensors").Single();
        File.WriteAllBytes(last, File.ReadAllBytes(last)[..100]);

        var message = await Refusal.OfAsync(kernel, "#!train net --epochs 500 --seed 3 --resume");

        Assert.Contains(Path.GetFileName(last), message);
        Assert.Contains("without", message);
    }

    [Fact]
    public async Task A_damaged_run_store_is_named_left_as_it_is_and_the_kernel_lives()
    {
        using var sandbox = await Sandbox.CreateAsync();
        var database = Path.Combine(Directory.CreateDirectory(sandbox.KilnHome).FullName, "runs.db");
        var rubbish = Enumerable.Range(0, 9000).Select(i => (byte)(i * 7)).ToArray();
        await File.WriteAllBytesAsync(database, rubbish, TestContext.Current.CancellationToken);
        await using var kernel = await KernelClient.StartAsync(sandbox);
        await kernel.RunWellAsync(WorkingKernel.Define);

        Assert.Contains("runs.db", await Refusal.OfAsync(kernel, "#!train net --epochs 1"));
        Assert.Contains("runs.db", await Refusal.OfAsync(kernel, "#!runs list"));
        Assert.Equal(rubbish, await File.ReadAllBytesAsync(database, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_disk_that_fills_up_while_checkpoints_are_written_never_ends_the_training()
    {
        using var sandbox = await Sandbox.CreateAsync();
        await using var disk = await SmallDisk.MountAsync(sandbox, megabytes: 2);
        sandbox.Environment["KILN_HOME"] = disk.Folder;
        await using var kernel = await KernelClient.StartAsync(sandbox);
        await kernel.RunWellAsync("""
            #!data digits
            #!model wide
            Flatten(), Linear(4000), ReLU(), Linear(classes)
            """);

        var result = await kernel.RunWellAsync("#!train wide --epochs 2 --name full");

        Assert.Contains("could not be written", result.Text);
        Assert.Contains("test accuracy", result.Text);
        await Refusal.AssertLivesAsync(kernel);
        Assert.Contains("full", (await kernel.RunWellAsync("#!runs list")).Text);
    }
}
