using static Kiln.Training.Layers;

namespace Kiln.Training.Tests.Models;

/// <summary>What learners get wrong in a model: each is one message with the remedy.</summary>
public class LearnersMistakesTests
{
    public static TheoryData<string, Layer[], long[], string> Mistakes => new()
    {
        {
            "forgotten flatten", [Conv2d(6, 5, line: 1), ReLU(line: 1), Linear(10, line: 2)], [1, 28, 28],
            "Linear (layer 3, line 2): expected an input of (features), got (6, 24, 24). Put Flatten() before it."
        },
        {
            "channels last", [Conv2d(6, 5, line: 1)], [28, 28, 3],
            "Conv2d (layer 1, line 1): expected a picture (channels, height, width), got (28, 28, 3). Its channels seem to come last: put Permute(2, 0, 1) before it."
        },
        {
            "picture without channels", [Conv2d(6, 5, line: 1)], [28, 28],
            "Conv2d (layer 1, line 1): expected a picture (channels, height, width), got (28, 28). Put Reshape(1, 28, 28) before it: a picture of one channel."
        },
        {
            "numbers into an embedding", [Embedding(32, line: 1)], [4],
            "Embedding (layer 1, line 1): expected tokens (whole numbers that stand for words or letters), got (4). Embedding is for text, such as #!data text PATH; numbers go into Linear."
        },
        {
            "a vector into a recurrent layer", [LSTM(32, line: 1)], [64],
            "LSTM (layer 1, line 1): expected a sequence (steps, features), got (64). Put Reshape(64, 1) before it: 64 steps of one number each."
        },
        {
            "a picture into a recurrent layer", [GRU(32, line: 1)], [1, 28, 28],
            "GRU (layer 1, line 1): expected a sequence (steps, features), got (1, 28, 28). Put Reshape(28, 28) before it to read the picture row by row."
        },
        {
            "heads that do not divide", [TransformerBlock(heads: 3, line: 2)], [16, 32],
            "TransformerBlock (layer 1, line 2): expected heads: 3 to divide the 32 features of a step, got (16, 32). Change heads or the size of the Embedding."
        },
        {
            "sizes that do not fit", [Unflatten(16, 7, 8, line: 5)], [784],
            "Unflatten (layer 1, line 5): expected sizes whose product is that of the input, 784, got (784). (16, 7, 8) has 896. Change a size, or give one as -1 to infer it."
        },
        {
            "same padding with a stride", [Conv2d(8, 3, stride: 2, padding: "same", line: 3)], [1, 8, 8],
            "Conv2d (layer 1, line 3): padding: \"same\" keeps the size, which a stride of 2 does not. Use padding: 1."
        },
        {
            "norm of vectors on a picture", [BatchNorm1d(line: 3)], [6, 8, 8],
            "BatchNorm1d (layer 1, line 3): expected an input of (features) or (channels, length), got (6, 8, 8). Use BatchNorm2d() for pictures."
        },
        {
            "dropout in percent", [Dropout(50, line: 3)], [6],
            "Dropout (layer 1, line 3): expected a probability of 0 to 1, got 50."
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_one_message_with_its_remedy(string mistake, Layer[] layers, long[] inputShape, string message) =>
        Assert.Equal($"{mistake}: {message}", $"{mistake}: " + Assert.Throws<ModelShapeException>(() => LayerStack.Build(layers, inputShape)).Message);

    [Fact]
    public void Tokens_into_a_linear_layer_need_an_embedding() =>
        Assert.Equal("Linear (layer 1, line 1): expected numbers, got (32) tokens. Put Embedding(32) before it, which makes a vector of each token.",
            Assert.Throws<ModelShapeException>(() => LayerStack.Build([Linear(3, line: 1)], new ExampleForm([32], true, 65))).Message);

    [Fact]
    public void The_vocabulary_as_the_first_argument_of_an_embedding_is_found() =>
        Assert.Equal("Embedding (layer 1, line 1): expected a vocabulary of at least 65, that of the data, got 32. It is inferred: Embedding(32) makes vectors of 32 numbers.",
            Assert.Throws<ModelShapeException>(() => LayerStack.Build([Embedding(65, 32, line: 1)], new ExampleForm([32], true, 65))).Message);

    [Fact]
    public void A_wrong_head_names_the_last_layer() =>
        Assert.Equal("Model 'net': expected an output of (N, 10), one value per class, got (N, 1) from the last layer, Linear (layer 2, line 2). End the model with Linear(classes).",
            Assert.Throws<ModelShapeException>(() => Built(Flatten(line: 1), Linear(1, line: 2))).Message);

    [Fact]
    public void A_softmax_before_the_loss_gets_a_hint() =>
        Assert.Equal(["Softmax (layer 3, line 3) ends the model, but the loss of a classifier takes raw values and applies the softmax itself; "
            + "a second one slows learning down. Leave it out: predictions show probabilities all the same."],
            Built(Flatten(), Linear(10, line: 2), Softmax(line: 3)).Summary.Hints);

    [Fact]
    public void An_activation_at_the_end_gets_a_hint() =>
        Assert.Equal(["ReLU (layer 3, line 3) ends the model, but the loss of a classifier takes raw values of any size and sign. End with Linear(classes)."],
            Built(Flatten(), Linear(10, line: 2), ReLU(line: 3)).Summary.Hints);

    [Fact]
    public void Two_linear_layers_in_a_row_get_a_hint() =>
        Assert.Equal(["Linear (layer 4, line 3) follows Linear (layer 2, line 2) without an activation between them; together they compute no more than one. Put ReLU() between."],
            Built(Flatten(), Linear(20, line: 2), Dropout(), Linear(10, line: 3)).Summary.Hints);

    [Fact]
    public void A_sound_model_gets_no_hint() => Assert.Empty(Built(Flatten(), Linear(20), ReLU(), Linear(10)).Summary.Hints);

    private static BuiltModel Built(params Layer[] layers)
    {
        BuiltModel built = ModelBuilder.Build(new ModelDefinition("net", "", context => LayerStack.Build(layers, context)), [1, 8, 8], 10);
        built.Module.Dispose();
        return built;
    }
}
