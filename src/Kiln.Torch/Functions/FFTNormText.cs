namespace TorchSharp;

/// <summary>libtorch's words for what Fourier transforms are divided by.</summary>
internal static class FFTNormText
{
    /// <summary>The word.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such norm.</exception>
    internal static string Of(FFTNormType norm) => norm switch
    {
        FFTNormType.Backward => "backward",
        FFTNormType.Forward => "forward",
        FFTNormType.Ortho => "ortho",
        _ => throw new ArgumentOutOfRangeException(nameof(norm), norm, "fft: expected Backward, Forward or Ortho as norm."),
    };
}
