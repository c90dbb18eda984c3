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

    [Fact]
    public void A_ready_language_model_computes_the_same_as_ONNX()
    {
        manual_seed(7);
        using nn.Module<Tensor, Tensor> module = ModelBuilder.Build(
            Training.Zoo.CharTransformer(), new TaskShape(LearningTasks.LanguageModel, [6], 11, 11)).Module;
        Same("char-transformer", module, [6], randint(0, 11, [3, 6], dtype: ScalarType.Int64));
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
    }

}
