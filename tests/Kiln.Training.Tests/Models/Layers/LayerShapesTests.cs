using static Kiln.Training.Layers;
using static TorchSharp.torch;

namespace Kiln.Training.Tests.Models;

public class LayerShapesTests
{
    /// <summary>Layer, shape in, shape out, numbers it learns.</summary>
    public static TheoryData<string, Layer, long[], long[], long> Cases => new()
    {
        { "conv same", Conv2d(8, 5, padding: "same"), [3, 9, 7], [8, 9, 7], 8 * 3 * 25 + 8 },
        { "conv same, even kernel", Conv2d(8, 4, padding: "same"), [1, 9, 7], [8, 9, 7], 8 * 16 + 8 },
        { "conv number", Conv2d(8, 3, padding: 1, stride: 2), [3, 9, 7], [8, 5, 4], 8 * 27 + 8 },
        { "conv1d same", Conv1d(4, 3, padding: "same"), [2, 11], [4, 11], 4 * 6 + 4 },
        { "conv transposed", ConvTranspose2d(4, 4, stride: 2, padding: 1), [8, 7, 7], [4, 14, 14], 8 * 4 * 16 + 4 },
        { "conv block", ConvBlock(8, stride: 2), [3, 8, 8], [8, 4, 4], 8 * 27 + 16 },
        { "upsample", Upsample(2), [3, 4, 5], [3, 8, 10], 0 },
        { "upsample bilinear", Upsample(1.5, "bilinear"), [3, 4, 4], [3, 6, 6], 0 },
        { "unflatten", Unflatten(2, 3, 4), [24], [2, 3, 4], 0 },
        { "reshape", Reshape(6, -1), [2, 3, 4], [6, 4], 0 },
        { "permute", Permute(2, 0, 1), [9, 8, 3], [3, 9, 8], 0 },
        { "mean of channels", GlobalAvgPool(), [5, 3, 3], [5], 0 },
        { "maximum of a signal", GlobalMaxPool(), [5, 3], [5], 0 },
        { "max pool 1d", MaxPool1d(2), [5, 8], [5, 4], 0 },
        { "group norm", GroupNorm(2), [6, 3, 3], [6, 3, 3], 12 },
        { "instance norm", InstanceNorm2d(affine: true), [6, 3, 3], [6, 3, 3], 12 },
        { "prelu", PReLU(perChannel: true), [6, 3], [6, 3], 6 },
        { "lstm", LSTM(7), [5, 3], [5, 7], 4 * 7 * (3 + 7 + 2) },
        { "lstm, last step of two directions", LSTM(7, numLayers: 2, last: true, bidirectional: true), [5, 3], [14], 2 * 4 * 7 * (3 + 7 + 2) + 2 * 4 * 7 * (14 + 7 + 2) },
        { "gru", GRU(7, last: true), [5, 3], [7], 3 * 7 * (3 + 7 + 2) },
        { "rnn", RNN(7, numLayers: 2, dropout: 0.1), [5, 3], [5, 7], 7 * (3 + 7 + 2) + 7 * (7 + 7 + 2) },
        { "last step", LastStep(), [5, 3], [3], 0 },
        { "mean over steps", MeanOverSteps(), [5, 3], [3], 0 },
        { "positions", PositionalEmbedding(), [5, 4], [5, 4], 20 },
        { "waves", PositionalEmbedding(learned: false), [5, 4], [5, 4], 0 },
        { "attention", MultiheadAttention(2), [5, 4], [5, 4], 3 * 4 * 4 + 12 + 4 * 4 + 4 },
        { "transformer block", TransformerBlock(2, causal: true), [5, 4], [5, 4], 80 + 16 + 4 * 16 + 16 + 16 * 4 + 4 },
        { "residual", Residual(Linear(4), ReLU()), [4], [4], 20 },
        { "residual with a projection", Residual(Linear(6)), [5, 4], [5, 6], 30 + 24 },
        { "residual of pictures", Residual(Conv2d(8, 3, stride: 2, padding: 1, bias: false)), [4, 7, 7], [8, 4, 4], 8 * 36 + 32 + 16 },
        { "repeat", Repeat(3, Linear(4), ReLU()), [4], [4], 60 },
        { "sequential", Sequential(Linear(5), Tanh()), [4], [5], 25 },
        { "softmax", Softmax(), [4], [4], 0 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_layer_infers_its_sizes(string name, Layer layer, long[] input, long[] output, long parameters)
    {
        using nn.Module<Tensor, Tensor> stack = LayerStack.Build([layer], input);
        ModelSummary summary = ModelSummary.Of(stack, input);
        Assert.True(output.SequenceEqual(summary.OutputShape), $"{name}: {string.Join(", ", summary.OutputShape)}");
        Assert.Equal(parameters, summary.Parameters);
        Assert.Equal(parameters, summary.Rows.Sum(row => row.Parameters));
    }

    [Fact]
    public void Every_activation_takes_any_shape()
    {
        using nn.Module<Tensor, Tensor> stack = LayerStack.Build(
            [ReLU(), LeakyReLU(), PReLU(), ELU(), SELU(), GELU(), SiLU(), Mish(), Hardswish(), Softplus(), Tanh(), Sigmoid(), Softmax(), LogSoftmax(), Identity()], [2, 3, 4]);
        using var scope = NewDisposeScope();
        Assert.Equal([5, 2, 3, 4], stack.call(zeros(5, 2, 3, 4)).shape);
    }

    [Fact]
    public void An_embedding_takes_the_vocabulary_of_the_data()
    {
        using LayerStack stack = LayerStack.Build([Embedding(8), PositionalEmbedding(), Linear(3)], new ExampleForm([5], IsTokens: true, Vocabulary: 11));
        using var scope = NewDisposeScope();
        Assert.Equal([2, 5, 3], stack.call(zeros(2, 5, dtype: ScalarType.Int64)).shape);
        Assert.Equal([11, 8], stack.state_dict()["0.weight"].shape);
    }

    [Fact]
    public void Gradients_reach_every_weight_of_every_kind_of_layer()
    {
        using LayerStack stack = LayerStack.Build(
        [
            Embedding(8), PositionalEmbedding(), Residual(LSTM(8)), TransformerBlock(2), Residual(GRU(6, bidirectional: true)), LayerNorm(),
            Permute(1, 0), Conv1d(6, 3, padding: "same"), GlobalMaxPool(), Unflatten(6, 1, 1), ConvTranspose2d(4, 4), Residual(ConvBlock(6, stride: 2)), Flatten(), Linear(3),
        ], new ExampleForm([5], IsTokens: true, Vocabulary: 11));
        using var scope = NewDisposeScope();
        stack.call(randint(0, 11, [4, 5], dtype: ScalarType.Int64)).square().sum().backward();
        Assert.All(stack.named_parameters(), weight => Assert.True(weight.parameter.grad is not null, weight.name));
    }
}
