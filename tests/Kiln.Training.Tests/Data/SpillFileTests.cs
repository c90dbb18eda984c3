namespace Kiln.Training.Tests.Data;

public sealed class SpillFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void What_was_appended_is_read_from_any_place_by_several_threads()
    {
        using var file = new SpillFile<long>(_folder.Path);
        long[] values = [.. Enumerable.Range(0, 50_000).Select(i => (long)i * i)];
        for (int start = 0; start < values.Length; start += 777) file.Append(values.AsSpan(start, Math.Min(777, values.Length - start)));
        file.Flush();
        Assert.Equal(values.Length, file.Count);
        Parallel.For(0, 200, i =>
        {
            var read = new long[300];
            file.Read(i * 240, read);
            Assert.Equal(values[(i * 240)..(i * 240 + 300)], read);
        });
    }

    [Fact]
    public void It_has_no_name_that_a_killed_process_would_leave_behind()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows deletes it when it is closed");
        using var file = new SpillFile<int>(_folder.Path);
        file.Append([1, 2, 3]);
        file.Flush();
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_folder_that_does_not_take_it_is_named_with_what_to_do()
    {
        string folder = _folder.File("none");
        string message = Assert.Throws<DataException>(() => new SpillFile<int>(folder)).Message;
        Assert.StartsWith($"The data do not fit in the memory set aside for them, and {folder} does not take them either: ", message, StringComparison.Ordinal);
        Assert.EndsWith("Free space there, or set TMPDIR to a folder with more room before the notebook starts.", message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
