namespace TorchSharp;

/// <summary>Ready-made settings for the texts of tensors, as PyTorch has them.</summary>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.set_printoptions.html"/>
public enum PrintOptionsProfile
{
    /// <summary>Five significant digits, three elements at each end of what is shortened.</summary>
    @default,

    /// <summary>Two decimals, two elements at each end of what is shortened.</summary>
    @short,

    /// <summary>Five significant digits, nothing is shortened.</summary>
    full,
}
