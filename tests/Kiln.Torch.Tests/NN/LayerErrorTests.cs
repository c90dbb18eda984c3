using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.utils.rnn;

namespace Kiln.Torch.Tests.NN;

/// <summary>A layer that cannot do what it is asked says what it expected, what it got and what to do.</summary>
public sealed class LayerErrorTests
{
    private static readonly Dictionary<string, (Action Call, string Words)> Mistakes = new()
    {
        ["Linear on images"] = (() => Linear(784, 10).call(zeros(64, 28, 28)), "Linear: expected last dimension 784, got (64, 28, 28). Put Flatten() before it."),
        ["Linear on other features"] = (() => Linear(5, 2).call(zeros(3, 4)), "Linear: expected last dimension 5, got (3, 4). Give the layer inputSize 4"),
        ["Linear on a number"] = (() => Linear(5, 2).call(tensor(1f)), "Linear: expected last dimension 5, got ()."),
        ["Conv2d on other channels"] = (() => Conv2d(3, 2, 3).call(zeros(2, 4, 5, 5)), "Conv2d: expected 3 channels, got (2, 4, 5, 5). Channels stand before the spatial dimensions"),
        ["Conv2d on rows"] = (() => Conv2d(3, 2, 3).call(zeros(2, 4)), "Conv2d: expected 4 dimensions (N, C, …), got (2, 4)."),
        ["ConvTranspose1d on other channels"] = (() => ConvTranspose1d(3, 2, 3).call(zeros(2, 4, 5)), "ConvTranspose1d: expected 3 channels, got (2, 4, 5)."),
        ["Conv1d of groups"] = (() => Conv1d(3, 2, 3, groups: 2), "expected channels divisible by groups, got 3 in, 2 out and 2 groups"),
        ["Conv1d with negative padding"] = (() => Conv1d(3, 2, 3, padding: -1), "expected padding of at least 0, got (-1,)"),
        ["Conv1d same with stride"] = (() => Conv1d(3, 2, 3, Padding.Same, stride: 2), "padding 'same' needs stride 1, got (2,)"),
        ["LayerNorm"] = (() => LayerNorm([3, 4]).call(zeros(2, 4, 3)), "LayerNorm: expected (*, 3, 4), got (2, 4, 3)."),
        ["GroupNorm"] = (() => GroupNorm(2, 4).call(zeros(2, 3, 5)), "GroupNorm: expected (N, 4, *), got (2, 3, 5)."),
        ["GroupNorm of groups"] = (() => GroupNorm(3, 4), "num_channels divisible by num_groups, got 4 channels and 3 groups"),
        ["BatchNorm3d"] = (() => BatchNorm3d(2).call(zeros(2, 2)), "BatchNorm3d: expected (N, C, D, H, W), got an input of 2 dimensions."),
        ["InstanceNorm2d"] = (() => InstanceNorm2d(2).call(zeros(2, 2)), "InstanceNorm2d: expected (N, C, H, W) or (C, H, W), got an input of 2 dimensions."),
        ["InstanceNorm1d"] = (() => InstanceNorm1d(2).call(zeros(2)), "InstanceNorm1d: expected (N, C, L) or (C, L)"),
        ["Embedding beyond its table"] = (() => Embedding(3, 2).call(tensor(new long[] { 1, 7 })), "Embedding: expected integers of 0 to 2, got 7. Give the layer num_embeddings 8, or check the vocabulary."),
        ["Embedding below its table"] = (() => Embedding(3, 2).call(tensor(new long[] { -1 })), "Embedding: expected integers of 0 to 2, got -1."),
        ["Embedding of numbers"] = (() => Embedding(3, 2).call(zeros(2)), "Embedding: expected integers of type Int64, got Float32."),
        ["Embedding without rows"] = (() => Embedding(0, 2), "expected sizes of at least 1"),
        ["Embedding's padding"] = (() => Embedding(3, 2, padding_idx: 3), "expected padding_idx below num_embeddings 3, got 3"),
        ["EmbeddingBag beyond its table"] = (() => EmbeddingBag(3, 2).call(tensor(new long[,] { { 1, 7 } })), "EmbeddingBag: expected integers of 0 to 2, got 7."),
        ["EmbeddingBag without offsets"] = (() => EmbeddingBag(3, 2).call(tensor(new long[] { 1, 2 })), "expected (N, T) without offsets or (*) with offsets, got (2,) without offsets"),
        ["EmbeddingBag with weights"] = (() => EmbeddingBag(3, 2).call(tensor(new long[,] { { 1, 2 } }), null, zeros(1, 2)), "in mode Sum, got (1, 2) in mode Mean"),
        ["Bilinear"] = (() => Bilinear(0, 1, 1), "expected sizes of at least 1"),
        ["LSTM on other features"] = (() => LSTM(4, 2).call(zeros(5, 3, 6)), "LSTM: expected (T, N, 4) or (T, 4), got (5, 3, 6). Give the layer inputSize 6"),
        ["GRU with batch first"] = (() => GRU(4, 2, batchFirst: true).call(zeros(4)), "GRU: expected (N, T, 4) or (T, 4), got (4,)."),
        ["LSTM with other states"] = (() => LSTM(4, 2).call(zeros(5, 3, 4), (zeros(1, 5, 2), zeros(1, 5, 2))), "LSTM: expected a state (1, 3, 2), layers times directions first, got (1, 5, 2)."),
        ["RNN packed"] = (() => RNN(4, 2).call(pack_padded_sequence(zeros(2, 1, 3), tensor(new long[] { 2 }))), "RNN: expected steps of 4 features, got 3."),
        ["RNN without layers"] = (() => RNN(4, 2, 0), "expected sizes of at least 1, got inputSize 4, hiddenSize 2 and numLayers 0"),
        ["LSTM dropping too much"] = (() => LSTM(4, 2, dropout: 1.5), "expected a dropout in 0..1, got 1.5"),
        ["LSTMCell on other features"] = (() => LSTMCell(4, 2).call(zeros(3, 5)), "LSTMCell: expected (N, 4) or (4), got (3, 5)."),
        ["GRUCell with another state"] = (() => GRUCell(4, 2).call(zeros(3, 4), zeros(2, 2)), "GRUCell: expected a state (3, 2), got (2, 2)."),
        ["Attention with the batch first"] = (() => MultiheadAttention(4, 2).call(zeros(2, 5, 4), zeros(3, 6, 4), zeros(3, 6, 4)), "transpose(0, 1) where the batch is first"),
        ["Attention of heads"] = (() => MultiheadAttention(5, 2), "expected embedded_dim divisible by num_heads, got 5 and 2 heads"),
        ["Attention dropping too much"] = (() => MultiheadAttention(4, 2, dropout: 2), "expected a dropout in 0..1, got 2.0"),
        ["Attention masks of pairs"] = (() => MultiheadAttention(4, 2).call(zeros(5, 1, 4), zeros(5, 1, 4), zeros(5, 1, 4), attn_mask: zeros(4, 5)), "expected an attn_mask (5, 5) or (2, 5, 5), got (4, 5)."),
        ["Attention masks of keys"] = (() => MultiheadAttention(4, 2).call(zeros(5, 1, 4), zeros(5, 1, 4), zeros(5, 1, 4), zeros(5, 1)), "expected a key_padding_mask (1, 5), got (5, 1)."),
        ["Encoder without layers"] = (() => TransformerEncoder(TransformerEncoderLayer(4, 2, 6), 0), "expected num_layers of at least 1, got 0"),
        ["Decoder without layers"] = (() => TransformerDecoder(TransformerDecoderLayer(4, 2, 6), 0), "expected num_layers of at least 1, got 0"),
        ["ChannelShuffle"] = (() => ChannelShuffle(2).call(zeros(1, 3, 2)), "expected (N, C, *) with C divisible by 2 groups, got (1, 3, 2)"),
        ["Unflatten"] = (() => Unflatten(3, [2, 2]).call(zeros(2, 4)), "expected dim 3 in the input, got shape (2, 4)"),
        ["Upsample"] = (() => Upsample(), "expected either size or scale_factor, got neither"),
        ["FractionalMaxPool2d"] = (() => FractionalMaxPool2d(2, 2, 0.5), "expected either output_size or output_ratio, got both"),
        ["FractionalMaxPool3d"] = (() => FractionalMaxPool3d(2, output_ratio: 1.5), "expected an output_ratio between 0 and 1, got (1.5, 1.5, 1.5)"),
        ["Packing too long"] = (() => pack_padded_sequence(zeros(3, 2, 1), tensor(new long[] { 4, 1 })), "expected lengths of 1 to 3, got [4, 1]"),
        ["Packing unsorted"] = (() => pack_padded_sequence(zeros(3, 2, 1), tensor(new long[] { 1, 3 })), "expected lengths that do not grow, got [1, 3]. Pass enforce_sorted: false."),
        ["Packing other numbers"] = (() => pack_padded_sequence(zeros(3, 2, 1), tensor(new long[] { 1 })), "expected a length for each sequence of (T, N, *)"),
        ["Padding too short"] = (() => pad_packed_sequence(pack_padded_sequence(zeros(3, 1, 1), tensor(new long[] { 3 })), total_length: 2), "expected a total_length of at least 3"),
        ["Padding nothing"] = (() => pad_sequence([]), "pad_sequence: expected at least one sequence, got none"),
    };

    public static TheoryData<string> Names => [.. Mistakes.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_mistake_is_explained(string name)
    {
        using var scope = NewDisposeScope();
        var error = Assert.ThrowsAny<ArgumentException>(Mistakes[name].Call);
        Assert.Contains(Mistakes[name].Words, error.Message);
    }

    [Fact]
    public void A_failure_of_another_kind_keeps_libtorchs_words()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<TorchException>(() => Linear(3, 2).call(zeros(2, 3, ScalarType.Float64)));
        Assert.Throws<TorchException>(() => Conv2d(1, 1, 9).call(zeros(1, 1, 3, 3)));
    }
}
