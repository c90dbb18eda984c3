namespace TorchSharp;

/// <summary>libtorch's words for how much of a QR decomposition is computed.</summary>
internal static class QRModeText
{
    /// <summary>The word.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such mode.</exception>
    internal static string Of(torch.linalg.QRMode mode) => mode switch
    {
        torch.linalg.QRMode.Reduced => "reduced",
        torch.linalg.QRMode.Complete => "complete",
        torch.linalg.QRMode.R => "r",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "qr: expected Reduced, Complete or R as mode."),
    };
}
