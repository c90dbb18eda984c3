using System.Collections.Immutable;
using Kiln.Charts.Plotly;
using Kiln.Charts.Svg;
using Kiln.Charts.Text;

namespace Kiln.Charts;

/// <summary>The layers of a network as blocks with shapes between them, from top to bottom, in as many columns as are needed; ways around layers are drawn beside them.</summary>
public sealed record NetworkDiagram : Chart
{
    /// <summary>What goes in, such as "1 × 28 × 28". Default: empty.</summary>
    public string Input { get; init; } = "";

    /// <summary>The blocks in the order of the data. Default: none.</summary>
    public ImmutableArray<NetworkBlock> Blocks { get; init; } = [];

    /// <summary>Ways around blocks, whose ends are added. Default: none.</summary>
    public ImmutableArray<NetworkSkip> Skips { get; init; } = [];

    /// <inheritdoc/>
    /// <remarks>As wide and high as its blocks need; <see cref="Chart.Width"/> and <see cref="Chart.Height"/> play no part.</remarks>
    public override (int Width, int Height) PictureSize => new NetworkLayout(Checked()).Size;

    /// <inheritdoc/>
    public override string ToSvg() => NetworkSvg.Draw(Checked());

    /// <inheritdoc/>
    public override string ToPlotlyJson() => NetworkPlotly.Write(Checked());

    /// <inheritdoc/>
    public override string ToText() => NetworkText.Write(Checked());

    private NetworkDiagram Checked()
    {
        var (blocks, skips) = (Blocks.OrEmpty(), Skips.OrEmpty());
        foreach (var skip in skips)
            if (skip.First < 0 || skip.Last < skip.First || skip.Last >= blocks.Length)
                throw new ArgumentException($"Network diagram: expected a skip within blocks 0 to {blocks.Length - 1}, got one from {skip.First} to {skip.Last}.");
        return this with { Blocks = blocks, Skips = skips };
    }
}

/// <summary>A block of a <see cref="NetworkDiagram"/>: a layer, and small ones that belong to it.</summary>
/// <param name="Name">What stands in it, such as "Conv2d 5×5".</param>
public sealed record NetworkBlock(string Name)
{
    /// <summary>A second line, such as "BatchNorm2d · ReLU". Default: empty.</summary>
    public string Detail { get; init; } = "";

    /// <summary>What comes out of it, such as "6 × 28 × 28". Default: empty.</summary>
    public string Shape { get; init; } = "";

    /// <summary>How many numbers it learns. Default: 0.</summary>
    public long Parameters { get; init; }

    /// <summary>What kind of layer it is, which gives its colour. Default: other.</summary>
    public NetworkFamily Family { get; init; }
}

/// <summary>A way around blocks.</summary>
/// <param name="First">The first block it goes around, counted from 0.</param>
/// <param name="Last">The last block it goes around, to whose output its input is added.</param>
/// <param name="Label">What lies on the way; empty for nothing.</param>
public readonly record struct NetworkSkip(int First, int Last, string Label = "");

/// <summary>Kinds of layers.</summary>
public enum NetworkFamily
{
    /// <summary>Any other layer.</summary>
    Other,

    /// <summary>Convolutions.</summary>
    Convolution,

    /// <summary>Linear layers and embeddings.</summary>
    Linear,

    /// <summary>Recurrent layers and attention.</summary>
    Sequence,

    /// <summary>Pooling, and what makes pictures larger.</summary>
    Pooling,
}
