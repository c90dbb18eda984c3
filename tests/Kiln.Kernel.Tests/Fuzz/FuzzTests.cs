using System.Diagnostics;
using System.Globalization;

namespace Kiln.Kernel.Tests;

/// <summary>Hostile messages: the kernel lives, answers nobody without the key, and stays as small as it was.</summary>
[Collection("kernel")]
public class FuzzTests
{
    private const int Seed = 20261122;
    private const int Block = 1000;
    private const long MostGrowth = 20_000_000;
    private const string Key = "the key";

    [Fact]
    public async Task A_session_survives_hostile_messages_and_answers_good_ones()
    {
        var kernel = new KernelProbe();
        var codec = new MessageCodec(Key, "kernel", TimeProvider.System);
        var messages = new HostileMessages(Seed, Key);
        var forged = new HashSet<string>();
        for (var i = 0; i < 3 * Block; i++) Deliver(messages.Next(), codec, kernel, forged);

        // Behind the last interrupt and the last failing cell: neither means the next one.
        await kernel.AskAsync("kernel_info_request", [], Channel.Control);
        await kernel.RunAsync("");
        Assert.Equal("2", (await kernel.RunAsync("1 + 1")).Result);
        Assert.Equal("ok", (string?)(await kernel.AskAsync("kernel_info_request", []))["status"]);
        Assert.Equal(0, kernel.ShutDowns);
        Assert.DoesNotContain(kernel.All(), entry => IdOf(entry.Message) is { } id && forged.Contains(id));
    }

    [Fact]
    public void A_kernel_on_real_sockets_survives_some_hundred_hostile_messages() => Fuzz(InstalledKernel.Program(), block: 200, 3, 5);

    [Fact]
    public void A_kernel_on_real_sockets_survives_100_000_hostile_messages_without_growing()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("KILN_SLOW_TESTS") == "1", "Some minutes; set KILN_SLOW_TESTS=1.");
        // The runtime goes on compiling what runs often for some 20,000 messages; behind that, what grows is kept.
        var sizes = Fuzz(InstalledKernel.Published(), Block, 20_000 / Block, 120_000 / Block, 220_000 / Block);
        Assert.All(sizes.Zip(sizes.Skip(1)), growth =>
        {
            Assert.InRange(growth.Second.Managed - growth.First.Managed, long.MinValue, MostGrowth);
            Assert.InRange(growth.Second.Resident - growth.First.Resident, long.MinValue, MostGrowth);
        });
    }

    private static List<(long Managed, long Resident)> Fuzz(string program, int block, params int[] stations)
    {
        using var kernel = KernelOnSockets.Start(Key, program);
        var messages = new HostileMessages(Seed, Key);
        using var watch = new FuzzWatch(kernel, messages);
        var time = Stopwatch.StartNew();
        var sizes = new List<(long Managed, long Resident)>();
        foreach (var station in stations)
        {
            while (watch.Sent < station * block) watch.SendBlock(block);
            sizes.Add(watch.Measure());
        }
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"seed {Seed}: {watch.Sent:N0} messages in {time.Elapsed.TotalSeconds:F0} s ({watch.Summary}); {watch.Answered:N0} answers; managed {Megabytes(sizes.Select(size => size.Managed))}, resident {Megabytes(sizes.Select(size => size.Resident))} MB"));
        return sizes;
    }

    private static string Megabytes(IEnumerable<long> bytes) => string.Join(" -> ", bytes.Select(size => (size / 1e6).ToString("F1", CultureInfo.InvariantCulture)));

    private static void Deliver(HostileMessage hostile, MessageCodec codec, KernelProbe kernel, HashSet<string> forged)
    {
        if (!hostile.IsGenuine) forged.Add(hostile.Id);
        try
        {
            kernel.Session.Receive(hostile.Channel, codec.Decode(hostile.Frames));
            Assert.True(hostile.IsGenuine, $"A message was taken that is {hostile.Kind}.");
        }
        catch (MalformedMessageException)
        {
        }
    }

    private static string? IdOf(Message sent) => sent.ParentId;
}
