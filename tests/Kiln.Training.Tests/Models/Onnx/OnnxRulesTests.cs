using Kiln.Weights;
using Kiln.Weights.Tests;
using static Kiln.Training.Layers;
using static TorchSharp.torch;

namespace Kiln.Training.Tests.Models;

/// <summary>The layers of <c>#!model</c> as ONNX: read by the specification and computed by an interpreter, the outputs are those of the module.</summary>
public sealed class OnnxRulesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, Layer[], long[]> Cases => new()
    {
        { "residual", [Residual(Linear(6), ReLU(), Linear(6))], [6] },
        { "projections", [Residual(ConvBlock(4, stride: 2)), Residual(Conv2d(8, 3, padding: "same")), GlobalAvgPool()], [3, 8, 8] },
        { "groups", [Repeat(2, Linear(6), Tanh()), Sequential(Linear(3))], [6] },
        { "shapes", [Reshape(4, 6), Permute(1, 0), Flatten()], [24] },
        { "attention", [MultiheadAttention(2)], [5, 8] },
        { "transformer", [PositionalEmbedding(), TransformerBlock(2), LayerNorm(), MeanOverSteps(), Linear(3)], [5, 8] },
        { "maxima of channels", [Conv2d(4, 3), GlobalMaxPool()], [3, 8, 8] },
        { "upsampling", [Conv2d(4, 3), Upsample(2), Conv2d(2, 3), Upsample(1.5)], [3, 6, 6] },
        { "bilinear upsampling", [Upsample(2, "bilinear"), Conv2d(2, 3), Upsample(1.5, "bilinear"), Upsample(0.5, "bilinear")], [3, 6, 6] },
        { "upsampling of one pixel", [Upsample(4, "bilinear")], [2, 1, 1] },
        { "LSTM", [LSTM(5)], [7, 3] },
        { "LSTM, last", [LSTM(5, last: true), Linear(2)], [7, 3] },
        { "LSTM, stacked", [LSTM(5, numLayers: 3, dropout: 0.5)], [7, 3] },
        { "LSTM, both ways", [LSTM(5, bidirectional: true), Linear(2)], [7, 3] },
        { "LSTM, stacked both ways, last", [LSTM(5, numLayers: 2, last: true, bidirectional: true)], [7, 3] },
        { "GRU", [GRU(5)], [7, 3] },
        { "GRU, stacked both ways", [GRU(5, numLayers: 2, bidirectional: true)], [7, 3] },
        { "GRU, both ways, last", [GRU(4, last: true, bidirectional: true), Linear(3)], [7, 3] },
        { "RNN", [RNN(5)], [7, 3] },
        { "RNN, stacked both ways, last", [RNN(5, numLayers: 2, last: true, bidirectional: true)], [7, 3] },
        { "one recurrent layer after another", [LSTM(4), GRU(3), RNN(2, last: true)], [7, 3] },
        { "causal transformer", [PositionalEmbedding(learned: false), Repeat(2, TransformerBlock(4, causal: true)), LastStep()], [5, 8] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_layer_computes_the_same_as_ONNX(string name, Layer[] layers, long[] inputShape)
    {
        manual_seed(7);
        using nn.Module<Tensor, Tensor> module = LayerStack.Build(layers, inputShape);
        Same(name, module, inputShape, randn([3, .. inputShape]));
    }

    public static TheoryData<string> ReadyModels => [.. Training.Zoo.Names.Except(["gan"])];

    [Theory]
    [MemberData(nameof(ReadyModels))]
    public void A_ready_model_computes_the_same_as_ONNX(string name)
    {
        manual_seed(7);
        TaskShape task = name switch
        {
            "char-rnn" or "char-transformer" => new(LearningTasks.LanguageModel, [6], 11, 11),
            "autoencoder" or "vae" => new(LearningTasks.Autoencoding, [1, 8, 8], 64),
            _ => TaskShape.Classes([1, 28, 28], 10),
        };
        using nn.Module<Tensor, Tensor> module = ModelBuilder.Build(Training.Zoo.Define(name), task).Module;
        Same(name, module, task.Input, task.Vocabulary > 0 ? randint(0, 11, [3, 6], dtype: ScalarType.Int64) : randn([3, .. task.Input]));
    }

    [Theory]
    [InlineData("lstm")]
    [InlineData("transformer")]
    public void A_ready_model_of_texts_computes_the_same_as_ONNX(string name)
    {
        manual_seed(7);
        using nn.Module<Tensor, Tensor> module = ModelBuilder.Build(Training.Zoo.Define(name), new TaskShape(LearningTasks.Classification, [6], 3, 11)).Module;
        Same(name, module, [6], randint(0, 11, [3, 6], dtype: ScalarType.Int64));
    }

    [Fact]
    public void A_GAN_says_what_of_it_to_export()
    {
        manual_seed(7);
        using var gan = new Gan([1, 8, 8], noise: 5, hidden: 16);
        string path = Path.Combine(_folder.Path, "gan.onnx");
        var error = Assert.Throws<NotSupportedException>(() => Onnx.Save(path, gan, new OnnxOptions { InputShape = [1, 8, 8], Rules = OnnxRules.All }));
        Assert.Contains("Onnx.Save(\"generator.onnx\", gan.Generator, new OnnxOptions { InputShape = [gan.Noise], Rules = OnnxRules.All })", error.Message);
        Same("generator", gan.Generator, [gan.Noise], randn(3, gan.Noise));
    }

    [Fact]
    public void A_scale_that_programs_round_differently_is_refused()
    {
        using nn.Module<Tensor, Tensor> module = LayerStack.Build([Upsample(1.7)], [3, 8, 8]);
        var error = Assert.Throws<NotSupportedException>(() => Onnx.Save(
            Path.Combine(_folder.Path, "net.onnx"), module, new OnnxOptions { InputShape = [3, 8, 8], Rules = OnnxRules.All }));
        Assert.Equal(
            "ONNX export: Upsample '0' cannot be written: programs round its scale 1.7 differently. Use a scale such as 2, 1.5 or 0.5, or export the weights to safetensors, which takes any model.",
            error.Message);
    }

    public void Dispose() => _folder.Dispose();

    private void Same(string name, nn.Module<Tensor, Tensor> module, long[] inputShape, Tensor batch)
    {
        using var scope = NewDisposeScope();
        string path = Path.Combine(_folder.Path, "net.onnx");
        Onnx.Save(path, module, new OnnxOptions { InputShape = inputShape, InputType = batch.dtype, Rules = OnnxRules.All });
        module.eval();
        Tensor expected = module.call(batch), actual = OnnxInterpreter.Run(OnnxReader.Read(path), batch);
        Assert.Equal(expected.shape, actual.shape);
        double difference = (expected - actual).abs().max().item<float>();
        Assert.True(difference < 1e-5, FormattableString.Invariant($"{name}: {difference}"));
        Tensor byRuntime = OnnxRuntimePeer.Run(path, batch);
        Assert.True(byRuntime.allclose(expected, rtol: 1e-5, atol: 1e-5), FormattableString.Invariant($"{name}: ONNX Runtime differs by {(expected - byRuntime).abs().max().item<float>()}"));
    }
}
