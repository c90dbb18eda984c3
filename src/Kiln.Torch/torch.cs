namespace TorchSharp;

/// <summary>PyTorch's functions under the names that TorchSharp gives them; <see cref="Tensor"/> is their subject.</summary>
/// <remarks>Use it as <c>using TorchSharp; using static TorchSharp.torch;</c>. Source: https://pytorch.org/docs/1.13/.</remarks>
public static partial class torch
{
}
