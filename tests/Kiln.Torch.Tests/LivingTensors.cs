using TorchSharp;

namespace Kiln.Torch.Tests;

/// <summary>Counts tensors where earlier tests left some to the garbage collector, which may come at any moment.</summary>
public static class LivingTensors
{
    /// <summary>Lets the collector take what nobody holds any more.</summary>
    /// <returns>How many tensors are left; from here on only the test itself changes <see cref="torch.Tensor.TotalCount"/>.</returns>
    public static long Settled()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return torch.Tensor.TotalCount;
    }
}
