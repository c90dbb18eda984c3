using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Kiln.Torch.Tests.NN;

/// <summary>Sizes may be numbers, tuples or arrays, and what is left out has a default.</summary>
public sealed class LayerFormsTests
{
    private static readonly Dictionary<string, Func<Module[]>> Forms = new()
    {
        ["AdaptiveAvgPool2d"] = () => [AdaptiveAvgPool2d(3), AdaptiveAvgPool2d((3, 3)), AdaptiveAvgPool2d([3, 3])],
        ["AdaptiveAvgPool3d"] = () => [AdaptiveAvgPool3d(3), AdaptiveAvgPool3d((3, 3, 3)), AdaptiveAvgPool3d([3, 3, 3])],
        ["AvgPool1d"] = () => [AvgPool1d(3), AvgPool1d(3, 3, 0)],
        ["AvgPool2d"] = () => [AvgPool2d(3, 2, 1), AvgPool2d((3, 3), (2, 2), (1, 1)), AvgPool2d([3, 3], [2, 2], [1, 1])],
        ["AvgPool2d defaults"] = () => [AvgPool2d(3), AvgPool2d((3, 3)), AvgPool2d([3, 3]), AvgPool2d([3, 3], [3, 3], [0, 0])],
        ["AvgPool3d"] = () => [AvgPool3d(3, 2, 1), AvgPool3d((3, 3, 3), (2, 2, 2), (1, 1, 1)), AvgPool3d([3, 3, 3], [2, 2, 2], [1, 1, 1])],
        ["AvgPool3d defaults"] = () => [AvgPool3d(3), AvgPool3d((3, 3, 3)), AvgPool3d([3, 3, 3])],
        ["ConstantPad1d"] = () => [ConstantPad1d(2, 1.5), ConstantPad1d((2, 2), 1.5)],
        ["ConstantPad2d"] = () => [ConstantPad2d(2, 1.5), ConstantPad2d((2, 2, 2, 2), 1.5)],
        ["ConstantPad3d"] = () => [ConstantPad3d(2, 1.5), ConstantPad3d((2, 2, 2, 2, 2, 2), 1.5)],
        ["Conv1d"] = () => [Conv1d(2, 4, 3, 1, 0, 1), Conv1d(2, 4, 3)],
        ["Conv1d valid"] = () => [Conv1d(2, 4, 3, Padding.Valid), Conv1d(2, 4, 3, padding: Padding.Valid, stride: 1, dilation: 1)],
        ["Conv2d"] = () => [Conv2d(2, 4, 3, 2, 1, 2), Conv2d(2, 4, (3, 3), (2, 2), (1, 1), (2, 2))],
        ["Conv2d same"] = () => [Conv2d(2, 4, 3, Padding.Same), Conv2d(2, 4, (3, 3), Padding.Same), Conv2d(2, 4, (3, 3), Padding.Same, (1, 1), (1, 1))],
        ["Conv3d"] = () => [Conv3d(2, 4, 3, 2, 1, 2), Conv3d(2, 4, (3, 3, 3), (2, 2, 2), (1, 1, 1), (2, 2, 2))],
        ["Conv3d same"] = () => [Conv3d(2, 4, 3, Padding.Same), Conv3d(2, 4, (3, 3, 3), Padding.Same), Conv3d(2, 4, (3, 3, 3), Padding.Same, (1, 1, 1), (1, 1, 1))],
        ["ConvTranspose2d"] = () => [ConvTranspose2d(2, 4, 3, 2, 1, 1, 2), ConvTranspose2d(2, 4, (3, 3), (2, 2), (1, 1), (1, 1), (2, 2))],
        ["ConvTranspose3d"] = () => [ConvTranspose3d(2, 4, 3, 2, 1, 1, 2), ConvTranspose3d(2, 4, (3, 3, 3), (2, 2, 2), (1, 1, 1), (1, 1, 1), (2, 2, 2))],
        ["FeatureAlphaDropout"] = () => [FeatureAlphaDropout(), FeatureAlphaDropout(0.5, false)],
        ["Fold"] = () => [Fold(4, 2, 1, 1, 2), Fold((4, 4), (2, 2), (1, 1), (1, 1), (2, 2))],
        ["Fold defaults"] = () => [Fold(4, 2), Fold((4, 4), (2, 2))],
        ["Unfold"] = () => [Unfold(2, 2, 1, 2), Unfold((2, 2), (2, 2), (1, 1), (2, 2))],
        ["Unfold defaults"] = () => [Unfold(2), Unfold((2, 2))],
        ["FractionalMaxPool2d"] = () => [FractionalMaxPool2d(2, output_size: 3), FractionalMaxPool2d((2, 2), (3, 3)), FractionalMaxPool2d([2, 2], [3, 3])],
        ["FractionalMaxPool3d"] = () => [FractionalMaxPool3d(2, output_ratio: 0.5), FractionalMaxPool3d((2, 2, 2), output_ratio: (0.5, 0.5, 0.5)), FractionalMaxPool3d([2, 2, 2], output_ratio: [0.5, 0.5, 0.5])],
        ["GELU"] = () => [GELU(), GELU(false), GELU(TorchSharp.Modules.GELU.Approximate.none)],
        ["LayerNorm"] = () => [LayerNorm(4), LayerNorm([4])],
        ["LPPool1d"] = () => [LPPool1d(2, 3), LPPool1d(2, 3, 3)],
        ["LPPool2d"] = () => [LPPool2d(2, 3), LPPool2d(2, 3, 3), LPPool2d(2, [3, 3], [3, 3])],
        ["MaxPool1d"] = () => [MaxPool1d(3), MaxPool1d(3, 3, 0, 1)],
        ["MaxPool2d"] = () => [MaxPool2d(3, 2, 1, 1), MaxPool2d((3, 3), (2, 2), (1, 1), (1, 1)), MaxPool2d([3, 3], [2, 2], [1, 1], [1, 1])],
        ["MaxPool2d defaults"] = () => [MaxPool2d(3), MaxPool2d((3, 3)), MaxPool2d([3, 3])],
        ["MaxPool3d"] = () => [MaxPool3d(3, 2, 1, 1), MaxPool3d((3, 3, 3), (2, 2, 2), (1, 1, 1), (1, 1, 1)), MaxPool3d([3, 3, 3], [2, 2, 2], [1, 1, 1], [1, 1, 1])],
        ["MaxUnpool1d"] = () => [MaxUnpool1d(2), MaxUnpool1d(2, 2, 0)],
        ["MaxUnpool2d"] = () => [MaxUnpool2d(3, 2, 1), MaxUnpool2d((3, 3), (2, 2), (1, 1)), MaxUnpool2d([3, 3], [2, 2], [1, 1])],
        ["MaxUnpool3d"] = () => [MaxUnpool3d(3), MaxUnpool3d((3, 3, 3)), MaxUnpool3d([3, 3, 3], [3, 3, 3], [0, 0, 0])],
        ["Mish"] = () => [Mish(), Mish(false)],
        ["ReflectionPad1d"] = () => [ReflectionPad1d(2), ReflectionPad1d((2, 2))],
        ["ReflectionPad2d"] = () => [ReflectionPad2d(2), ReflectionPad2d((2, 2, 2, 2))],
        ["ReflectionPad3d"] = () => [ReflectionPad3d(2), ReflectionPad3d((2, 2, 2, 2, 2, 2))],
        ["ReplicationPad1d"] = () => [ReplicationPad1d(2), ReplicationPad1d((2, 2))],
        ["ReplicationPad2d"] = () => [ReplicationPad2d(2), ReplicationPad2d((2, 2, 2, 2))],
        ["ReplicationPad3d"] = () => [ReplicationPad3d(2), ReplicationPad3d((2, 2, 2, 2, 2, 2))],
        ["Sigmoid"] = () => [Sigmoid(), Sigmoid(false)],
        ["SiLU"] = () => [SiLU(), SiLU(false)],
        ["Softsign"] = () => [Softsign(), Softsign(false)],
        ["Tanh"] = () => [Tanh(), Tanh(false)],
        ["Tanhshrink"] = () => [Tanhshrink(), Tanhshrink(false)],
        ["ZeroPad2d"] = () => [ZeroPad2d(2), ZeroPad2d((2, 2, 2, 2))],
    };

    private static readonly Dictionary<string, Func<bool, Module<Tensor, Tensor>>> InPlace = new()
    {
        ["AlphaDropout"] = inplace => AlphaDropout(0.5, inplace),
        ["CELU"] = inplace => CELU(inplace: inplace),
        ["Dropout"] = inplace => Dropout(inplace: inplace),
        ["Dropout1d"] = inplace => Dropout1d(inplace: inplace),
        ["Dropout2d"] = inplace => Dropout2d(inplace: inplace),
        ["Dropout3d"] = inplace => Dropout3d(inplace: inplace),
        ["ELU"] = inplace => ELU(inplace: inplace),
        ["FeatureAlphaDropout"] = inplace => FeatureAlphaDropout(0.5, inplace),
        ["GELU"] = inplace => GELU(inplace),
        ["Hardsigmoid"] = inplace => Hardsigmoid(inplace),
        ["Hardswish"] = inplace => Hardswish(inplace),
        ["Hardtanh"] = inplace => Hardtanh(inplace: inplace),
        ["LeakyReLU"] = inplace => LeakyReLU(inplace: inplace),
        ["Mish"] = inplace => Mish(inplace),
        ["RReLU"] = inplace => RReLU(inplace: inplace),
        ["ReLU"] = inplace => ReLU(inplace),
        ["ReLU6"] = inplace => ReLU6(inplace),
        ["SELU"] = inplace => SELU(inplace),
        ["SiLU"] = inplace => SiLU(inplace),
        ["Sigmoid"] = inplace => Sigmoid(inplace),
        ["Softsign"] = inplace => Softsign(inplace),
        ["Tanh"] = inplace => Tanh(inplace),
        ["Tanhshrink"] = inplace => Tanhshrink(inplace),
        ["Threshold"] = inplace => Threshold(0.1, 5, inplace),
    };

    public static TheoryData<string> FormNames => [.. Forms.Keys];

    public static TheoryData<string> InPlaceNames => [.. InPlace.Keys];

    [Theory, MemberData(nameof(FormNames))]
    public void Every_form_of_a_size_makes_the_same_layer(string name)
    {
        var layers = Forms[name]();
        Assert.All(layers, layer => Assert.Equal(Facts(layers[0]), Facts(layer)));
        foreach (var layer in layers) layer.Dispose();
    }

    [Theory, MemberData(nameof(InPlaceNames))]
    public void A_layer_in_place_overwrites_its_input_with_the_same_values(string name)
    {
        using var scope = NewDisposeScope();
        using var layer = InPlace[name](false);
        using var overwriting = InPlace[name](true);
        var input = randn([2, 3, 2, 2, 2]);
        manual_seed(3);
        var expected = layer.call(input);
        var overwritten = input.clone();
        manual_seed(3);
        var output = overwriting.call(overwritten);
        TensorAssert.Same(expected, output);
        TensorAssert.Same(expected, overwritten);
    }

    [Fact]
    public void A_border_of_zeros_may_cut_as_well()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([1, 1, 2, 4], ZeroPad2d((1, 0, -1, 0)).call(ones(1, 1, 3, 3)).shape);
    }

    /// <summary>All that a layer was told: the listing, the sizes of its weights and its properties.</summary>
    private static string Facts(Module layer)
    {
        var properties = layer.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0 && !typeof(Tensor).IsAssignableFrom(property.PropertyType))
            .Select(property => $"{property.Name}={Text(property.GetValue(layer))}");
        return $"{layer} {string.Join(" ", layer.state_dict().Select(entry => $"{entry.Key}({string.Join(",", entry.Value.shape)})"))} {string.Join(" ", properties)}";
    }

    private static string Text(object? value) => value is System.Collections.IEnumerable list and not string ? string.Join(",", list.Cast<object>()) : $"{value}";
}
