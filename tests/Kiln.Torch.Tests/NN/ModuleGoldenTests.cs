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

    private static readonly Dictionary<string, Func<Module<Tensor, Tensor>>> Modules = new()
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
        ["Sequential"] = () => Sequential(Conv2d(4, 2, 3), ReLU(), Flatten(), Linear(12, 3)),
    };

    public static TheoryData<string> Names => [.. Modules.Keys];

    [Fact]
    public void Every_case_of_the_fixture_has_a_module_here() =>
        Assert.Equal(Cases.EnumerateObject().Select(entry => entry.Name).Where(name => name != "inputs").Order(), Modules.Keys.Order());

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
        // Pools of equal sizes keep the single number in Python; here they are always pairs.
        if (name is "MaxPool2d" or "AvgPool2d" or "AvgPool2d divisor") return;
        Assert.Equal(Cases.GetProperty(name).GetProperty("text").GetString(), module.ToString());
    }

    private static Module<Tensor, Tensor> Make(string name)
    {
        manual_seed(11);
        return Modules[name]();
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
