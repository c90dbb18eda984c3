namespace Kiln.Kernel.Tests;

/// <summary>More output than anybody can read: nothing is lost below the limit, and the notebook stays usable above it.</summary>
[Collection("kernel")]
public class FloodTests(KernelProbe kernel)
{
    [Fact]
    public async Task A_million_lines_come_complete_and_in_order()
    {
        var cell = await kernel.RunAsync("for (int line = 0; line < 1_000_000; line++) Console.WriteLine(line);");
        var lines = cell.Stream("stdout").Split('\n');
        Assert.Equal(1_000_001, lines.Length);
        Assert.Equal(Enumerable.Range(0, 1_000_000), lines.Take(1_000_000).Select(int.Parse));
        Assert.InRange(cell.Outputs.Count, 1, 1000);
    }

    [Fact]
    public async Task A_hundred_megabytes_are_cut_with_a_word_about_it()
    {
        var cell = await kernel.RunAsync("var line = new string('x', 99_999); for (int i = 0; i < 1000; i++) Console.WriteLine(line); \"done\"");
        Assert.Equal(CellOutput.MostText, cell.Stream("stdout").Length);
        Assert.Contains("this cell has printed 20 MB", cell.Stream("stderr"));
        Assert.Equal("done", cell.Result);
        Assert.Equal("small\n", (await kernel.RunAsync("Console.WriteLine(\"small\");")).Stream("stdout"));
    }

    [Fact]
    public async Task One_huge_text_without_a_line_end_arrives_whole_in_parts()
    {
        var cell = await kernel.RunAsync("Console.Write(new string('y', 5_000_000));");
        Assert.Equal(5_000_000, cell.Stream("stdout").Length);
        Assert.All(cell.Published.Where(message => message.Type == "stream"), message => Assert.InRange(message.Text("text")!.Length, 1, 1 << 18));
    }

    [Fact]
    public async Task Lines_of_fifty_threads_stay_whole_and_in_the_order_of_each_thread()
    {
        var cell = await kernel.RunAsync("""
            var threads = Enumerable.Range(0, 50).Select(t => new System.Threading.Thread(() => { for (int i = 0; i < 500; i++) Console.WriteLine($"{t} {i}"); })).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
            """);
        var lines = cell.Stream("stdout").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToList();
        Assert.Equal(25_000, lines.Count);
        Assert.All(lines.GroupBy(line => line[0], line => int.Parse(line[1])), thread => Assert.Equal(Enumerable.Range(0, 500), thread));
    }

    [Fact]
    public async Task Streams_that_alternate_at_every_line_are_not_sent_line_by_line()
    {
        var cell = await kernel.RunAsync("for (int i = 0; i < 20_000; i++) { Console.WriteLine(i); Console.Error.WriteLine(i); }");
        foreach (var stream in new[] { "stdout", "stderr" })
            Assert.Equal(Enumerable.Range(0, 20_000), cell.Stream(stream).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse));
        Assert.InRange(cell.Outputs.Count, 2, 2000);
    }

    [Fact]
    public async Task A_flood_is_interrupted_in_the_middle()
    {
        var cell = kernel.Submit("while (true) Console.WriteLine(\"flood\");");
        await kernel.UntilAsync(() => kernel.About(cell).Any(entry => entry.Message.Type == "stream"));
        await kernel.AskAsync("interrupt_request", [], Channel.Control);
        Assert.Equal("KeyboardInterrupt", (await kernel.ReplyAsync(cell)).Text("ename"));
        Assert.Equal("2", (await kernel.RunAsync("1 + 1")).Result);
    }

    [Fact]
    public async Task A_console_that_a_cell_redirects_is_its_own_again_in_the_next()
    {
        var cell = await kernel.RunAsync("var kept = new StringWriter(); Console.SetOut(kept); Console.Write(\"to the writer\");");
        Assert.Empty(cell.Outputs);
        Assert.Equal("here", (await kernel.RunAsync("Console.Write(\"here\");")).Stream("stdout"));
        Assert.Equal("to the writer", (await kernel.RunAsync("kept.ToString()")).Result);
    }

    [Fact]
    public async Task A_writer_that_a_cell_put_in_place_of_the_console_is_flushed_at_its_end()
    {
        var path = Path.GetTempFileName();
        await kernel.RunAsync($"Console.SetOut(new StreamWriter(@\"{path}\")); Console.Write(\"in the file\");");
        Assert.Equal("in the file", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        File.Delete(path);
    }
}
