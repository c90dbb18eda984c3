using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>How many numbers a module holds, and what they take in memory.</summary>
internal static class ModuleSize
{
    // Adam: the gradient and two running means of each number.
    private const int KeptPerParameter = 3;

    public static long Trainable(nn.Module module) => module.parameters().Where(p => p.requires_grad).Sum(p => p.numel());

    public static long Frozen(nn.Module module) => module.parameters().Where(p => !p.requires_grad).Sum(p => p.numel());

    public static ModelMemory MemoryOf(nn.Module module, ExampleForm input, ModuleTrace trace)
    {
        long weights = module.parameters().Sum(Bytes) + module.buffers().Sum(Bytes);
        long trained = module.parameters().Where(p => p.requires_grad).Sum(Bytes);
        long inputBytes = input.Numbers * (input.IsTokens ? sizeof(long) : sizeof(float));
        return new ModelMemory(weights, inputBytes + trace.ActivationBytes, KeptPerParameter * trained);
    }

    private static long Bytes(Tensor tensor) => tensor.numel() * tensor.element_size();
}
