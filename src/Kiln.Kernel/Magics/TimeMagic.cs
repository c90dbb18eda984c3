using System.Globalization;
using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary><c>#!time</c>: measures the rest of the cell.</summary>
internal sealed class TimeMagic(TimeProvider time) : KernelMagic<NoOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!time";

    /// <inheritdoc/>
    public override string Summary => "shows how long the rest of the cell takes";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["#!time\nEnumerable.Range(0, 1_000_000).Sum()"];

    /// <inheritdoc/>
    protected override Task RunAsync(NoOptions options, MagicContext context, CellHost host)
    {
        var started = time.GetTimestamp();
        host.AtEnd(() => host.Display(MimeBundle.OfText(Text(time.GetElapsedTime(started)))));
        return Task.CompletedTask;
    }

    private static string Text(TimeSpan elapsed) =>
        string.Create(CultureInfo.InvariantCulture, $"Wall time: {elapsed.TotalMilliseconds:0.####}ms");
}
