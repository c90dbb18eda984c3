namespace TorchSharp;

public static partial class torch
{
    /// <summary>Writes a tensor to a file that libtorch, TorchSharp and Python read.</summary>
    /// <param name="t">The tensor (*).</param>
    /// <param name="location">The file, which is replaced. In Python: <c>next(torch.jit.load(location).parameters())</c>.</param>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.save.html"/>
    public static void save(Tensor t, string location) => t.save(location);

    /// <inheritdoc cref="Tensor.load(string)"/>
    /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.load.html"/>
    public static Tensor load(string location) => Tensor.load(location);
}
