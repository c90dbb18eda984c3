using System.Globalization;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>What distinguishes a layer from others of its kind, in a word or two.</summary>
internal static class LayerDetail
{
    public static string Of(nn.Module module) => module switch
    {
        Convolution convolution => Times(convolution.kernel_size) + (convolution.stride.Any(step => step > 1) ? $", stride {Same(convolution.stride)}" : ""),
        MaxPool2d pool => Times(pool.kernel_size),
        Dropout dropout => dropout.p.ToString("0.##", CultureInfo.InvariantCulture),
        SelfAttention attention => Heads(attention),
        TransformerBlock block => Heads(block.Attention),
        RecurrentLayer recurrent => recurrent.Sizes.Layers > 1 ? FormattableString.Invariant($"{recurrent.Sizes.Layers} layers") : "",
        _ => "",
    };

    private static string Heads(SelfAttention attention) =>
        FormattableString.Invariant($"{attention.Heads} {(attention.Heads == 1 ? "head" : "heads")}{(attention.IsCausal ? ", causal" : "")}");

    private static string Times(long[] sizes) => string.Join("×", sizes.Select(size => size.ToString(CultureInfo.InvariantCulture)));

    private static string Same(long[] sizes) => sizes.Distinct().Count() == 1 ? sizes[0].ToString(CultureInfo.InvariantCulture) : Times(sizes);
}
