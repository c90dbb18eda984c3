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
    public void A_kernel_on_real_sockets_survives_some_hundred_hostile_messages() => Fuzz(warmUp: 3, blocks: 2, block: 200);

    [Fact]
    public void A_kernel_on_real_sockets_survives_100_000_hostile_messages_without_growing()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("KILN_SLOW_TESTS") == "1", "Some minutes; set KILN_SLOW_TESTS=1.");
        // The runtime goes on compiling what runs often for some 20,000 messages; behind that, what grows is kept.
        var growth = Fuzz(warmUp: 20_000 / Block, blocks: 100_000 / Block, Block);
        Assert.InRange(growth.Managed, long.MinValue, MostGrowth);
        Assert.InRange(growth.Resident, long.MinValue, MostGrowth);
    }

    private static (long Managed, long Resident) Fuzz(int warmUp, int blocks, int block)
    {
        using var kernel = KernelOnSockets.Start(Key);
        var messages = new HostileMessages(Seed, Key);
        using var watch = new FuzzWatch(kernel, messages);
        var time = Stopwatch.StartNew();
        // What is read, compiled and remembered once is no leak.
        for (var n = 0; n < warmUp; n++) watch.SendBlock(block);
        var before = watch.Measure();
        for (var n = 0; n < blocks; n++) watch.SendBlock(block);
        var after = watch.Measure();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"seed {Seed}: {watch.Sent:N0} messages in {time.Elapsed.TotalSeconds:F0} s ({watch.Summary}); {watch.Answered:N0} answers; managed {before.Managed / 1e6:F1} -> {after.Managed / 1e6:F1} MB, resident {before.Resident / 1e6:F1} -> {after.Resident / 1e6:F1} MB"));
        return (after.Managed - before.Managed, after.Resident - before.Resident);
    }

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
