using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Counts the multiply-adds of one call of a module: those of products of matrices, beside which all others are few.</summary>
internal static class MultiplyAdds
{
    /// <summary>Multiply-adds for the whole batch; 0 for a module that holds no product of its own.</summary>
    public static long Of(nn.Module module, Tensor input, Tensor output) => module switch
    {
        Linear linear => output.numel() * linear.weight.shape[1],
        // Every output is a dot product with one slice of the kernels; transposed, every input is spread by one.
        Convolution { transposed: true } convolution => input.numel() * PerSlice(convolution.weight),
        Convolution convolution => output.numel() * PerSlice(convolution.weight),
        SelfAttention => input.shape[0] * SelfAttention.MultiplyAdds(input.shape[1], input.shape[2]),
        // Each step multiplies with every matrix once.
        LSTM or GRU or RNN => input.shape[0] * input.shape[1] * module.parameters().Where(p => p.ndim == 2).Sum(p => p.numel()),
        _ => 0,
    };

    private static long PerSlice(Tensor kernels) => kernels.numel() / kernels.shape[0];
}
