namespace TorchSharp;

/// <summary>libtorch's words for how quotients are rounded.</summary>
internal static class RoundingModeText
{
    /// <summary>The word.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rounding.</exception>
    internal static string Of(torch.RoundingMode mode) => mode switch
    {
        torch.RoundingMode.trunc => "trunc",
        torch.RoundingMode.floor => "floor",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "div: expected None, trunc or floor as rounding mode."),
    };
}
