using System.Globalization;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Share of answers among whose k largest logits the true class is.</summary>
internal static class TopK
{
    private const string Prefix = "top";

    /// <summary>The metric for a k: <c>top5</c>.</summary>
    public static Metric Of(int k) => new(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{k}"), "fraction", true, $"share of answers with the truth among the {k} likeliest")
    {
        Targets = [TargetKind.Class, TargetKind.Tokens],
        Start = _ => new MeanMeter((output, targets) => Found(output, HardTargets.Of(targets), k)),
    };

    /// <summary>The metric of a name such as <c>top7</c>; null where the name is none of these.</summary>
    public static Metric? Named(string name) =>
        name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && int.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int k) && k > 0
            ? Of(k)
            : null;

    private static (Tensor, long) Found(Tensor output, Tensor truth, int k)
    {
        // With no more classes than k every answer is right.
        Tensor likeliest = output.topk((int)Math.Min(k, output.shape[^1]), -1).indexes;
        return (likeliest.eq(truth.unsqueeze(-1)).any(-1).sum(), truth.numel());
    }
}
