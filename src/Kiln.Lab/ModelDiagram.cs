using Kiln.Charts;
using Kiln.Training;

namespace Kiln;

/// <summary>Draws the layers of a model.</summary>
public static class ModelDiagram
{
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "ReLU", "LeakyReLU", "PReLU", "ELU", "SELU", "GELU", "SiLU", "Mish", "Hardswish", "Softplus", "Tanh", "Sigmoid", "Softmax", "LogSoftmax",
        "Dropout", "Dropout2d", "BatchNorm1d", "BatchNorm2d", "LayerNorm", "GroupNorm", "InstanceNorm2d", "Identity",
    };

    /// <summary>The diagram of a summary: a block for each layer, small ones such as activations in the block before, ways around residual blocks.</summary>
    /// <param name="summary">The model.</param>
    /// <param name="title">The heading; empty for none.</param>
    public static NetworkDiagram Of(ModelSummary summary, string title = "")
    {
        ArgumentNullException.ThrowIfNull(summary);
        var blocks = new List<NetworkBlock>();
        var open = new Stack<(int First, int Depth, string Label)>();
        var skips = new List<NetworkSkip>();
        var mayJoin = false;
        foreach (var row in summary.Rows)
        {
            mayJoin &= !Close(row.Depth);
            if (row.Name.EndsWith(".shortcut", StringComparison.Ordinal)) open.Push(open.Pop() with { Label = row.Kind.Split(" + ")[0] });
            else if (row.IsGroup)
            {
                if (row.Kind == "Residual") open.Push((blocks.Count, row.Depth, ""));
                mayJoin = false;
            }
            else
            {
                if (mayJoin && Small.Contains(row.Kind)) blocks[^1] = Joined(blocks[^1], row);
                else blocks.Add(Block(row));
                mayJoin = true;
            }
        }
        Close(-1);
        return new NetworkDiagram { Title = title, Input = Shape(summary.InputShape), Blocks = [.. blocks], Skips = [.. skips] };

        bool Close(int depth)
        {
            var closed = false;
            for (; open.TryPeek(out var skip) && skip.Depth >= depth; closed = true)
            {
                open.Pop();
                skips.Add(new NetworkSkip(skip.First, blocks.Count - 1, skip.Label));
            }
            return closed;
        }
    }

    private static NetworkBlock Block(SummaryRow row) => new($"{row.Kind} {row.Detail.Split(", ")[0]}".TrimEnd())
    {
        // What stands after the comma, such as a stride, has room in the second line only.
        Detail = string.Join(", ", row.Detail.Split(", ").Skip(1)),
        Shape = row.OutputShape is { } shape ? Shape(shape) : "?",
        Parameters = row.Parameters + row.Frozen,
        Family = FamilyOf(row.Kind),
    };

    private static NetworkBlock Joined(NetworkBlock block, SummaryRow row) => block with
    {
        Detail = (block.Detail == "" ? "" : block.Detail + " · ") + $"{row.Kind} {row.Detail}".TrimEnd(),
        Parameters = block.Parameters + row.Parameters + row.Frozen,
    };

    private static NetworkFamily FamilyOf(string kind) => kind switch
    {
        _ when kind.Contains("Conv", StringComparison.Ordinal) => NetworkFamily.Convolution,
        _ when kind.Contains("Pool", StringComparison.Ordinal) || kind == "Upsample" => NetworkFamily.Pooling,
        "Linear" or "Bilinear" or "Embedding" or "PositionalEmbedding" => NetworkFamily.Linear,
        "LSTM" or "GRU" or "RNN" or "MultiheadAttention" or "TransformerBlock" => NetworkFamily.Sequence,
        _ => NetworkFamily.Other,
    };

    private static string Shape(IEnumerable<long> sizes) => string.Join(" × ", sizes);
}
