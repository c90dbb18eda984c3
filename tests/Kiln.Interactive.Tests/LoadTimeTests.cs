using System.Diagnostics;

namespace Kiln.Interactive.Tests;

public class LoadTimeTests : SessionFixture
{
    private const string Empty = "#!csharp\n\n{ }\n";

    /// <summary>Measures; whether it is quick enough is judged on an idle machine: -showLiveOutput shows the figures.</summary>
    [Fact]
    public async Task What_loading_the_extension_takes_is_told_beside_an_empty_one()
    {
        SlowTests.SkipUnlessAsked();
        // The compiler's own start belongs to neither.
        await new ContractNotebook().LoadAsync(Empty);
        var empty = await Measure(Empty);
        var ours = await Measure(ContractNotebook.Script);
        TestContext.Current.TestOutputHelper!.WriteLine($"empty {empty.Wall.TotalSeconds:F2} s ({empty.Processor.TotalSeconds:F2} s of processor time), Kiln {ours.Wall.TotalSeconds:F2} s ({ours.Processor.TotalSeconds:F2} s)");
        Assert.True(ours.Processor > TimeSpan.Zero);
    }

    private static async Task<(TimeSpan Wall, TimeSpan Processor)> Measure(string script)
    {
        var notebook = new ContractNotebook();
        using var process = Process.GetCurrentProcess();
        var (before, start) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        await notebook.LoadAsync(script);
        process.Refresh();
        return (Stopwatch.GetElapsedTime(start), process.TotalProcessorTime - before);
    }
}
