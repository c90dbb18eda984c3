using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Kiln.Torch.Tests.NN;

/// <summary>Every module against python3-torch: first weights, output, gradients, buffers and listing.</summary>
public sealed class ModuleGoldenTests
{
    private const double Tolerance = 2e-6;

    private static readonly JsonElement Cases = Golden.File("NN", "modules.json");

    internal static readonly Dictionary<string, Func<Module<Tensor, Tensor>>> Layers = new()
    {
        ["Linear"] = () => Linear(5, 4),
        ["Linear without bias"] = () => Linear(5, 2, hasBias: false),
        ["Conv1d"] = () => Conv1d(4, 6, 3, stride: 2, padding: 2, dilation: 2, groups: 2),
        ["Conv1d same"] = () => Conv1d(4, 2, 4, Padding.Same, bias: false),
        ["Conv2d"] = () => Conv2d(4, 3, 3),
        ["Conv2d padded"] = () => Conv2d(4, 6, (3, 2), stride: (2, 1), padding: (1, 2), dilation: (1, 2), groups: 2),
        ["Conv2d same"] = () => Conv2d(4, 2, (2, 3), Padding.Same),
        ["Conv2d valid"] = () => Conv2d(4, 2, 2, Padding.Valid),
        ["Conv2d reflect"] = () => Conv2d(4, 2, (3, 3), padding: (2, 1), padding_mode: PaddingModes.Reflect),
        ["Conv2d circular"] = () => Conv2d(4, 2, (4, 3), Padding.Same, padding_mode: PaddingModes.Circular, bias: false),
        ["MaxPool2d"] = () => MaxPool2d(2),
        ["MaxPool2d ceil"] = () => MaxPool2d((3, 2), stride: (2, 2), padding: (1, 0), dilation: (1, 2), ceil_mode: true),
        ["AvgPool2d"] = () => AvgPool2d(2),
        ["AvgPool2d padded"] = () => AvgPool2d((3, 2), stride: (2, 1), padding: (1, 1), ceil_mode: true, count_include_pad: false),
        ["AvgPool2d divisor"] = () => AvgPool2d(2, divisor_override: 3),
        ["AdaptiveAvgPool2d"] = () => AdaptiveAvgPool2d((3, 2)),
        ["Flatten"] = () => Flatten(),
        ["Flatten middle"] = () => Flatten(1, 2),
        ["Unflatten"] = () => Unflatten(1, [2, -1]),
        ["ReLU"] = () => ReLU(),
        ["LeakyReLU"] = () => LeakyReLU(0.2),
        ["Sigmoid"] = () => Sigmoid(),
        ["Tanh"] = () => Tanh(),
        ["GELU"] = () => GELU(),
        ["GELU tanh"] = () => GELU(TorchSharp.Modules.GELU.Approximate.tanh),
        ["Softmax"] = () => Softmax(1),
        ["LogSoftmax"] = () => LogSoftmax(0),
        ["Dropout"] = () => Dropout(0.3),
        ["Dropout2d"] = () => Dropout2d(0.4),
        ["BatchNorm1d"] = () => BatchNorm1d(5),
        ["BatchNorm1d signal"] = () => BatchNorm1d(4, eps: 0.01, momentum: 0.3),
        ["BatchNorm1d plain"] = () => BatchNorm1d(5, affine: false, track_running_stats: false),
        ["BatchNorm2d"] = () => BatchNorm2d(4),
        ["BatchNorm2d eval"] = () => InEvaluation(BatchNorm2d(4, momentum: 0.5)),
        ["LayerNorm"] = () => LayerNorm(5),
        ["LayerNorm image"] = () => LayerNorm([5, 4], eps: 0.1, elementwise_affine: false),
        ["Embedding"] = () => Embedding(6, 3, padding_idx: -2),
        ["Embedding max_norm"] = () => Embedding(6, 3, max_norm: 1.0),
        ["Identity"] = () => Identity(),
        ["CELU"] = () => CELU(1.5),
        ["ELU"] = () => ELU(0.75),
        ["GLU"] = () => GLU(1),
        ["Hardshrink"] = () => Hardshrink(0.4),
        ["Hardsigmoid"] = () => Hardsigmoid(),
        ["Hardswish"] = () => Hardswish(),
        ["Hardtanh"] = () => Hardtanh(-0.5, 0.75),
        ["LogSigmoid"] = () => LogSigmoid(),
        ["Mish"] = () => Mish(),
        ["PReLU"] = () => PReLU(4, 0.1),
        ["ReLU6"] = () => ReLU6(),
        ["RReLU"] = () => RReLU(0.1, 0.6),
        ["RReLU eval"] = () => InEvaluation(RReLU(0.1, 0.6)),
        ["SELU"] = () => SELU(),
        ["SiLU"] = () => SiLU(),
        ["Softmax2d"] = () => Softmax2d(),
        ["Softmin"] = () => Softmin(1),
        ["Softplus"] = () => Softplus(2, 1),
        ["Softshrink"] = () => Softshrink(0.3),
        ["Softsign"] = () => Softsign(),
        ["Tanhshrink"] = () => Tanhshrink(),
        ["Threshold"] = () => Threshold(0.25, 2.5),
        ["Dropout1d"] = () => Dropout1d(0.4),
        ["Dropout3d"] = () => Dropout3d(0.4),
        ["AlphaDropout"] = () => AlphaDropout(0.3),
        ["FeatureAlphaDropout"] = () => FeatureAlphaDropout(0.4),
        ["ChannelShuffle"] = () => ChannelShuffle(2),
        ["PixelShuffle"] = () => PixelShuffle(2),
        ["PixelUnshuffle"] = () => PixelUnshuffle(2),
        ["Fold"] = () => Fold((4, 5), (2, 3), dilation: (1, 1), padding: (1, 0), stride: (2, 1)),
        ["Unfold"] = () => Unfold((2, 3), dilation: (2, 1), padding: (1, 0), stride: (1, 2)),
        ["Unfold one size"] = () => Unfold(2),
        ["Upsample"] = () => Upsample(scale_factor: [2]),
        ["Upsample bilinear"] = () => Upsample([7, 6], mode: UpsampleMode.Bilinear, align_corners: true),
        ["ConstantPad1d"] = () => ConstantPad1d((1, 2), 3.5),
        ["ConstantPad2d"] = () => ConstantPad2d((1, 0, 2, 1), -1.5),
        ["ConstantPad3d"] = () => ConstantPad3d(1, 0.5),
        ["ReflectionPad1d"] = () => ReflectionPad1d((2, 1)),
        ["ReflectionPad2d"] = () => ReflectionPad2d((1, 2, 0, 1)),
        ["ReflectionPad3d"] = () => ReflectionPad3d((1, 0, 1, 2, 0, 1)),
        ["ReplicationPad1d"] = () => ReplicationPad1d(2),
        ["ReplicationPad2d"] = () => ReplicationPad2d((1, 2, 0, 1)),
        ["ReplicationPad3d"] = () => ReplicationPad3d(1),
        ["ZeroPad2d"] = () => ZeroPad2d((1, 2, 0, 1)),
        ["AdaptiveAvgPool1d"] = () => AdaptiveAvgPool1d(3),
        ["AdaptiveAvgPool3d"] = () => AdaptiveAvgPool3d((2, 1, 3)),
        ["AdaptiveMaxPool1d"] = () => AdaptiveMaxPool1d(3),
        ["AdaptiveMaxPool2d"] = () => AdaptiveMaxPool2d([3, 2]),
        ["AdaptiveMaxPool3d"] = () => AdaptiveMaxPool3d([2, 1, 3]),
        ["AvgPool1d"] = () => AvgPool1d(3, stride: 2, padding: 1, ceil_mode: true, count_include_pad: false),
        ["AvgPool3d"] = () => AvgPool3d((2, 1, 3), stride: (1, 2, 1), padding: (1, 0, 1), divisor_override: 3),
        ["FractionalMaxPool2d"] = () => FractionalMaxPool2d([2, 2], output_size: [3, 2]),
        ["FractionalMaxPool2d ratio"] = () => FractionalMaxPool2d((3, 2), output_ratio: (0.5, 0.75)),
        ["FractionalMaxPool3d"] = () => FractionalMaxPool3d((2, 2, 2), output_size: (2, 1, 2)),
        ["LPPool1d"] = () => LPPool1d(2, 3, stride: 2),
        ["LPPool2d"] = () => LPPool2d(3, [2, 3], stride: [2, 1]),
        ["MaxPool1d"] = () => MaxPool1d(3, stride: 2, padding: 1, dilation: 2, ceil_mode: true),
        ["MaxPool3d"] = () => MaxPool3d((2, 1, 3), stride: (1, 2, 1), padding: (1, 0, 1)),
        ["Conv3d"] = () => Conv3d(2, 4, (2, 1, 3), stride: (2, 1, 1), padding: (1, 0, 2), dilation: (1, 1, 2), groups: 2),
        ["Conv3d same"] = () => Conv3d(2, 3, 2, Padding.Same, bias: false),
        ["ConvTranspose1d"] = () => ConvTranspose1d(4, 6, 3, stride: 3, padding: 1, output_padding: 2, dilation: 2, groups: 2),
        ["ConvTranspose2d"] = () => ConvTranspose2d(4, 6, (3, 2), stride: (2, 3), padding: (1, 0), output_padding: (1, 2), dilation: (1, 2), groups: 2),
        ["ConvTranspose2d plain"] = () => ConvTranspose2d(4, 3, 3, bias: false),
        ["ConvTranspose3d"] = () => ConvTranspose3d(2, 2, (2, 1, 3), stride: (2, 1, 1), padding: (1, 0, 1), output_padding: (1, 0, 0)),
        ["BatchNorm3d"] = () => BatchNorm3d(2, momentum: 0.25),
        ["InstanceNorm1d"] = () => InstanceNorm1d(4),
        ["InstanceNorm1d unbatched"] = () => InstanceNorm1d(3, affine: true),
        ["InstanceNorm2d"] = () => InstanceNorm2d(4, eps: 0.01, momentum: 0.3, affine: true, track_running_stats: true),
        ["InstanceNorm2d eval"] = () => InEvaluation(InstanceNorm2d(4, track_running_stats: true)),
        ["InstanceNorm3d"] = () => InstanceNorm3d(2, affine: true),
        ["GroupNorm"] = () => GroupNorm(2, 4),
        ["GroupNorm plain"] = () => GroupNorm(4, 4, eps: 0.1, affine: false),
        ["LocalResponseNorm"] = () => LocalResponseNorm(3, alpha: 0.5, beta: 0.5, k: 2),
        ["Embedding by frequency"] = () => Embedding(6, 3, scale_grad_by_freq: true),
        ["Sequential"] = () => Sequential(Conv2d(4, 2, 3), ReLU(), Flatten(), Linear(12, 3)),
    };

    public static TheoryData<string> Names => [.. Layers.Keys];

    [Fact]
    public void Every_case_of_the_fixture_has_a_module_here() =>
        Assert.Equal(Cases.EnumerateObject().Select(entry => entry.Name).Where(name => name != "inputs").Order(), Layers.Keys.Order());

    [Theory, MemberData(nameof(Names))]
    public void First_weights_equal_pytorchs_digit_for_digit(string name)
    {
        using var scope = NewDisposeScope();
        using var module = Make(name);
        Assert.Equal(Cases.GetProperty(name).GetProperty("initial").EnumerateObject().Select(entry => entry.Name), module.state_dict().Keys);
        foreach (var (key, value) in module.state_dict())
            Golden.Close(Cases.GetProperty(name).GetProperty("initial").GetProperty(key), value, 0, key);
    }

    [Theory, MemberData(nameof(Names))]
    public void Output_and_gradients_equal_pytorchs(string name)
    {
        using var scope = NewDisposeScope();
        var expected = Cases.GetProperty(name);
        using var module = Make(name);
        var input = Input(expected, name);
        var output = module.call(input);
        output.backward([Golden.Tensor(expected.GetProperty("upstream"))]);
        Golden.Close(expected.GetProperty("output"), output, Tolerance, "output");
        if (input.requires_grad) Golden.Close(expected.GetProperty("input_grad"), input.grad!, Tolerance, "input gradient");
        foreach (var (key, parameter) in module.named_parameters())
            Golden.Close(expected.GetProperty("grads").GetProperty(key), parameter.grad!, 5 * Tolerance, key + " gradient");
    }

    [Theory, MemberData(nameof(Names))]
    public void State_after_a_call_equals_pytorchs(string name)
    {
        using var scope = NewDisposeScope();
        var expected = Cases.GetProperty(name);
        using var module = Make(name);
        module.call(Input(expected, name));
        foreach (var (key, value) in module.state_dict())
        {
            var part = expected.GetProperty("final").TryGetProperty(key, out var changed) ? changed : expected.GetProperty("initial").GetProperty(key);
            Golden.Close(part, value, Tolerance, key);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void The_listing_reads_as_in_python(string name)
    {
        using var module = Make(name);
        // Equal sizes keep the single number in Python; here they are always pairs, and plain numbers in one dimension.
        if (name is "MaxPool2d" or "AvgPool2d" or "AvgPool2d divisor" or "AvgPool1d" or "Unfold one size") return;
        Assert.Equal(Cases.GetProperty(name).GetProperty("text").GetString(), module.ToString());
    }

    private static Module<Tensor, Tensor> Make(string name)
    {
        manual_seed(11);
        return Layers[name]();
    }

    private static Tensor Input(JsonElement expected, string name)
    {
        var input = expected.GetProperty("input");
        if (input.ValueKind == JsonValueKind.String) input = Cases.GetProperty("inputs").GetProperty(input.GetString()!);
        bool integers = name.StartsWith("Embedding", StringComparison.Ordinal);
        return Golden.Tensor(input, integers).requires_grad_(!integers);
    }

    private static Module<Tensor, Tensor> InEvaluation(Module<Tensor, Tensor> module)
    {
        module.eval();
        return module;
    }
}
