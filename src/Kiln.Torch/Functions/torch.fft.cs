namespace TorchSharp;

public static partial class torch
{
    /// <summary>Discrete Fourier transforms.</summary>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/fft.html"/>
    public static partial class fft
    {
    }
}

/// <summary>What a Fourier transform and its inverse are divided by.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.fft.fft.html"/>
public enum FFTNormType
{
    /// <summary>The inverse by n.</summary>
    Backward,

    /// <summary>The transform by n.</summary>
    Forward,

    /// <summary>Both by √n, so that lengths stay.</summary>
    Ortho,
}
