using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Weights.Tests;

/// <summary>Every layer that can be written: the file is read by the specification, computed by an interpreter, and its outputs are those of the module.</summary>
public sealed class OnnxWriterTests : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly TemporaryFolder _folder = new();
    private readonly DisposeScope _scope = NewDisposeScope();

    public OnnxWriterTests() => manual_seed(7);

    public static TheoryData<string, long[]> Layers => new()
    {
        { "Linear", [6] },
        { "Linear without bias", [6] },
        { "Linear on a sequence", [5, 6] },
        { "Conv2d", [3, 9, 8] },
        { "Conv2d, strided, dilated, grouped", [4, 12, 12] },
        { "Conv2d, same", [3, 9, 8] },
        { "Conv2d, reflecting", [3, 9, 8] },
        { "Conv1d", [2, 11] },
        { "ConvTranspose2d", [3, 5, 5] },
        { "MaxPool2d", [2, 9, 9] },
        { "MaxPool2d, padded", [2, 9, 9] },
        { "MaxPool1d", [2, 9] },
        { "AvgPool2d", [2, 8, 8] },
        { "AvgPool2d, padded", [2, 8, 8] },
        { "AvgPool2d, padding not counted", [2, 8, 8] },
        { "AvgPool1d", [2, 8] },
        { "AdaptiveAvgPool2d to 1", [3, 7, 5] },
        { "AdaptiveAvgPool2d to 2", [3, 8, 6] },
        { "BatchNorm2d", [3, 4, 4] },
        { "BatchNorm1d", [6] },
        { "LayerNorm", [5, 6] },
        { "LayerNorm without weights", [5, 6] },
        { "GroupNorm", [6, 5, 5] },
        { "InstanceNorm2d", [3, 5, 5] },
        { "Flatten", [3, 4, 2] },
        { "Flatten the last", [3, 4, 2] },
        { "Unflatten", [12] },
        { "Upsample", [3, 4, 5] },
        { "Upsample to a size", [3, 4, 5] },
        { "Upsample, bilinear", [3, 4, 5] },
        { "Upsample, bilinear, corners kept", [3, 4, 5] },
        { "Upsample of a signal", [3, 7] },
        { "Upsample of a volume", [2, 3, 4, 3] },
        { "Dropout", [6] },
        { "Identity", [6] },
        { "ReLU", [6] },
        { "ReLU6", [6] },
        { "LeakyReLU", [6] },
        { "ELU", [6] },
        { "SELU", [6] },
        { "PReLU", [3, 4] },
        { "Sigmoid", [6] },
        { "Tanh", [6] },
        { "Hardtanh", [6] },
        { "SiLU", [6] },
        { "Mish", [6] },
        { "Hardswish", [6] },
        { "GELU", [6] },
        { "GELU by tanh", [6] },
        { "Softplus", [6] },
        { "Softsign", [6] },
        { "Softmax", [6] },
        { "LogSoftmax", [6] },
    };

    public void Dispose()
    {
        _scope.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_layer_computes_the_same_as_its_file(string name, long[] shape)
    {
        var layer = Made(name);
        // Running statistics and slopes away from their starting values, or they would not be seen.
        layer.train();
        for (int i = 0; i < 3; i++) layer.call(randn([4, .. shape]) * 2 + 1);

        RequireSame(layer, randn([5, .. shape]) * 3, shape);
    }

    [Fact]
    public void A_convolutional_network_computes_the_same_as_its_file_for_any_number_of_examples()
    {
        var net = nn.Sequential(
            ("conv", nn.Conv2d(1, 6, 5, padding: 2)), ("norm", nn.BatchNorm2d(6)), ("relu", nn.ReLU()), ("pool", nn.MaxPool2d(2)),
            ("inner", nn.Sequential(("conv", nn.Conv2d(6, 16, 5)), ("act", nn.Tanh()))),
            ("flat", nn.Flatten()), ("drop", nn.Dropout(0.5)), ("out", nn.Linear(16 * 10 * 10, 10)));

        var model = RequireSame(net, randn(1, 1, 28, 28), [1, 28, 28]);

        RequireClose(net.call(randn(7, 1, 28, 28)), 7, model, net);
        Assert.Equal(("input", "N 1 28 28", 1), (model.Input.Name, string.Join(' ', model.Input.Shape), model.Input.Type));
        Assert.Equal(("output", "N 10", 1), (model.Output.Name, string.Join(' ', model.Output.Shape), model.Output.Type));
        Assert.Equal((8, 17), (model.IrVersion, model.Opset));
    }

    [Fact]
    public void Weights_have_the_keys_of_the_state_dict()
    {
        var net = nn.Sequential(("fc1", nn.Linear(4, 3)), ("act", nn.ReLU()), ("inner", nn.Sequential(("fc2", nn.Linear(3, 2)))));
        var model = RequireSame(net, randn(3, 4), [4]);
        Assert.Equal(net.state_dict().Keys.Order(), model.Weights.Keys.Order());
    }

    [Fact]
    public void Tokens_are_an_input_of_whole_numbers()
    {
        var net = nn.Sequential(("table", nn.Embedding(11, 4)), ("flat", nn.Flatten()), ("out", nn.Linear(20, 3)));
        var model = Written(net, new OnnxOptions { InputShape = [5], InputType = ScalarType.Int64 });
        var tokens = randint(0, 11, [6, 5]);
        Assert.Equal(7, model.Input.Type);
        net.eval();
        Assert.True(OnnxInterpreter.Run(model, tokens).allclose(net.call(tokens), atol: 1e-5));
    }

    [Fact]
    public void Raw_inputs_are_scaled_by_the_first_nodes()
    {
        var net = nn.Sequential(("conv", nn.Conv2d(2, 3, 3)), ("flat", nn.Flatten()));
        var model = Written(net, new OnnxOptions { InputShape = [2, 5, 5], Scaling = ([10, 20], [2, 4]) });
        var raw = rand(3, 2, 5, 5) * 255;
        var scaled = (raw - tensor(new[] { 10f, 20 }).reshape(2, 1, 1)) / tensor(new[] { 2f, 4 }).reshape(2, 1, 1);
        Assert.True(OnnxInterpreter.Run(model, raw).allclose(net.call(scaled), atol: 1e-4));
        Assert.Equal(["Sub", "Div"], model.Nodes.Take(2).Select(node => node.Op));
    }

    [Fact]
    public void Texts_are_kept()
    {
        var model = Written(nn.Linear(2, 2), new OnnxOptions { InputShape = [2], Metadata = new Dictionary<string, string> { ["run"] = "3f2a" } });
        Assert.Equal("3f2a", model.Metadata["run"]);
    }

    [Fact]
    public void The_mode_of_the_module_stays_as_it_was()
    {
        var net = nn.Sequential(("drop", nn.Dropout(0.5)), ("fc", nn.Linear(2, 2)));
        Written(net, new OnnxOptions { InputShape = [2] });
        Assert.True(net.training);
        net.eval();
        Written(net, new OnnxOptions { InputShape = [2] });
        Assert.False(net.training);
    }

    [Fact]
    public void A_module_without_a_rule_is_refused_by_name_and_nothing_is_written()
    {
        var net = nn.Sequential(("fc", nn.Linear(2, 2)), ("own", new Doubling()));
        var error = Assert.Throws<NotSupportedException>(() => Onnx.Save(_folder.File("a.onnx"), net, new OnnxOptions { InputShape = [2] }));
        Assert.StartsWith("ONNX export: Doubling 'own' cannot be written: ONNX export knows ", error.Message);
        Assert.EndsWith(", or export the weights to safetensors, which takes any model.", error.Message);
        Assert.Empty(_folder.Names);
    }

    [Fact]
    public void A_rule_of_the_callers_writes_a_module_of_its_own()
    {
        var rule = OnnxRule.For<Doubling>((scope, _, x) => scope.Node("Add", [x, x]));
        var model = Written(nn.Sequential(("own", new Doubling())), new OnnxOptions { InputShape = [2], Rules = [rule] });
        Assert.Equal([6f, 8f], OnnxInterpreter.Run(model, tensor(new[] { 3f, 4f }).reshape(1, 2)).data<float>().ToArray());
    }

    [Theory]
    [InlineData("AdaptiveAvgPool2d to 3", "its output (3, 3) does not divide its input (8, 6)")]
    [InlineData("MaxPool2d, ceil", "its ceil_mode is read differently by different programs")]
    [InlineData("Conv2d, circular", "ONNX has no padding_mode Circular")]
    [InlineData("Upsample, bicubic", "programs blend by cubic curves differently")]
    [InlineData("Upsample to an uneven size", "programs round its scale 1.1667 differently")]
    public void A_layer_that_ONNX_cannot_say_is_refused_with_what_to_use_instead(string name, string problem)
    {
        var error = Assert.Throws<NotSupportedException>(() => Written(Made(name), new OnnxOptions { InputShape = [3, 8, 6] }));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_checker_of_ONNX_itself_accepts_every_layer()
    {
        Assert.SkipUnless(File.Exists(Python) && Child.Succeeds(Python, "-c", "import torch; torch._C._check_onnx_proto"), "needs python3 with torch, which holds the checker of ONNX");
        foreach (var row in Layers)
        {
            string name = row.Data.Item1.Replace(' ', '_').Replace(",", "", StringComparison.Ordinal);
            Onnx.Save(_folder.File(name + ".onnx"), Made(row.Data.Item1), new OnnxOptions { InputShape = row.Data.Item2 });
        }
        Assert.Equal($"{Layers.Count} ok", Child.Output(Python, "-c", """
            import pathlib, sys, torch
            files = sorted(pathlib.Path(sys.argv[1]).glob("*.onnx"))
            for file in files:
                try:
                    torch._C._check_onnx_proto(file.read_bytes(), full_check=True)
                except Exception as e:
                    print(file.name, e)
            print(len(files), "ok")
            """, _folder.Path).Trim());
    }

    private OnnxReader RequireSame(nn.Module<Tensor, Tensor> module, Tensor input, long[] shape)
    {
        var model = Written(module, new OnnxOptions { InputShape = shape });
        module.eval();
        var (expected, computed) = (module.call(input), OnnxInterpreter.Run(model, input));
        Assert.Equal(expected.shape, computed.shape);
        Assert.True(computed.allclose(expected, rtol: 1e-5, atol: 1e-5), $"largest difference {(computed - expected).abs().max().item<float>()}");
        var byRuntime = OnnxRuntimePeer.Run(_folder.File("model.onnx"), input);
        Assert.True(byRuntime.allclose(expected, rtol: 1e-5, atol: 1e-5), $"ONNX Runtime differs by {(byRuntime - expected).abs().max().item<float>()}");
        return model;
    }

    private static void RequireClose(Tensor output, long examples, OnnxReader model, nn.Module<Tensor, Tensor> net)
    {
        Assert.Equal(examples, output.shape[0]);
        var input = randn(examples, 1, 28, 28);
        Assert.True(OnnxInterpreter.Run(model, input).allclose(net.call(input), atol: 1e-5));
    }

    private OnnxReader Written(nn.Module<Tensor, Tensor> module, OnnxOptions options)
    {
        Onnx.Save(_folder.File("model.onnx"), module, options);
        return OnnxReader.Read(_folder.File("model.onnx"));
    }

    private static nn.Module<Tensor, Tensor> Made(string name) => name switch
    {
        "Linear" => nn.Linear(6, 4),
        "Linear without bias" => nn.Linear(6, 4, hasBias: false),
        "Linear on a sequence" => nn.Linear(6, 4),
        "Conv2d" => nn.Conv2d(3, 4, 3, padding: 1),
        "Conv2d, strided, dilated, grouped" => nn.Conv2d(4, 6, 3, stride: 2, padding: 1, dilation: 2, groups: 2, bias: false),
        "Conv2d, same" => nn.Conv2d(3, 4, 4, padding: Padding.Same),
        "Conv2d, reflecting" => nn.Conv2d(3, 4, 3, padding: 1, padding_mode: PaddingModes.Reflect),
        "Conv2d, circular" => nn.Conv2d(3, 4, 3, padding: 1, padding_mode: PaddingModes.Circular),
        "Conv1d" => nn.Conv1d(2, 4, 3, stride: 2, padding: 1),
        "ConvTranspose2d" => nn.ConvTranspose2d(3, 4, 3, stride: 2, padding: 1, output_padding: 1),
        "MaxPool2d" => nn.MaxPool2d(2),
        "MaxPool2d, padded" => nn.MaxPool2d(3, 2, 1),
        "MaxPool2d, ceil" => nn.MaxPool2d(3, 2, ceil_mode: true),
        "MaxPool1d" => nn.MaxPool1d(3, 2, 1),
        "AvgPool2d" => nn.AvgPool2d(2),
        "AvgPool2d, padded" => nn.AvgPool2d(3, 2, 1),
        "AvgPool2d, padding not counted" => nn.AvgPool2d(3, 2, 1, count_include_pad: false),
        "AvgPool1d" => nn.AvgPool1d(2),
        "AdaptiveAvgPool2d to 1" => nn.AdaptiveAvgPool2d(1),
        "AdaptiveAvgPool2d to 2" => nn.AdaptiveAvgPool2d(2),
        "AdaptiveAvgPool2d to 3" => nn.AdaptiveAvgPool2d(3),
        "BatchNorm2d" => nn.BatchNorm2d(3),
        "BatchNorm1d" => nn.BatchNorm1d(6),
        "LayerNorm" => nn.LayerNorm(6),
        "LayerNorm without weights" => nn.LayerNorm([5, 6], elementwise_affine: false),
        "GroupNorm" => nn.GroupNorm(2, 6),
        "InstanceNorm2d" => nn.InstanceNorm2d(3, affine: true),
        "Flatten" => nn.Flatten(),
        "Flatten the last" => nn.Flatten(2),
        "Unflatten" => nn.Unflatten(1, [3, 4]),
        "Upsample" => nn.Upsample(scale_factor: [2, 1.5]),
        "Upsample to a size" => nn.Upsample(size: [8, 10]),
        "Upsample, bilinear" => nn.Upsample(scale_factor: [1.5], mode: UpsampleMode.Bilinear),
        "Upsample, bilinear, corners kept" => nn.Upsample(scale_factor: [2], mode: UpsampleMode.Bilinear, align_corners: true),
        "Upsample of a signal" => nn.Upsample(scale_factor: [3], mode: UpsampleMode.Linear),
        "Upsample of a volume" => nn.Upsample(scale_factor: [2], mode: UpsampleMode.Nearest),
        "Upsample, bicubic" => nn.Upsample(scale_factor: [2], mode: UpsampleMode.Bicubic),
        "Upsample to an uneven size" => nn.Upsample(size: [8, 7]),
        "Dropout" => nn.Dropout(0.5),
        "Identity" => nn.Identity(),
        "ReLU" => nn.ReLU(),
        "ReLU6" => nn.ReLU6(),
        "LeakyReLU" => nn.LeakyReLU(0.2),
        "ELU" => nn.ELU(0.7),
        "SELU" => nn.SELU(),
        "PReLU" => nn.PReLU(3),
        "Sigmoid" => nn.Sigmoid(),
        "Tanh" => nn.Tanh(),
        "Hardtanh" => nn.Hardtanh(-2, 0.5),
        "SiLU" => nn.SiLU(),
        "Mish" => nn.Mish(),
        "Hardswish" => nn.Hardswish(),
        "GELU" => nn.GELU(),
        "GELU by tanh" => nn.GELU(TorchSharp.Modules.GELU.Approximate.tanh),
        "Softplus" => nn.Softplus(),
        "Softsign" => nn.Softsign(),
        "Softmax" => nn.Softmax(1),
        "LogSoftmax" => nn.LogSoftmax(1),
        _ => throw new ArgumentException(name),
    };

    private sealed class Doubling() : nn.Module<Tensor, Tensor>(nameof(Doubling))
    {
        public override Tensor forward(Tensor input) => input + input;
    }
}
