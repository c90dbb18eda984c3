using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.utils.rnn;

namespace Kiln.Torch.Tests.NN;

public sealed class PackedSequenceTests
{
    private static readonly float[][] Sequences = [[1, 2], [3, 4, 5], [6]];

    [Fact]
    public void Sequences_of_different_lengths_are_padded()
    {
        using var scope = NewDisposeScope();
        TensorAssert.Same(tensor(new[,] { { 1f, 3f, 6f }, { 2f, 4f, -1f }, { -1f, 5f, -1f } }), pad_sequence(Tensors(), padding_value: -1));
        TensorAssert.Same(tensor(new[,] { { 1f, 2f, 0f }, { 3f, 4f, 5f }, { 6f, 0f, 0f } }), pad_sequence(Tensors(), batch_first: true));
    }

    [Fact]
    public void Packed_steps_stand_one_after_another_from_the_longest_sequence_to_the_shortest()
    {
        using var scope = NewDisposeScope();
        using var packed = pack_sequence(Tensors(), enforce_sorted: false);
        Assert.Equal([3f, 1f, 6f, 4f, 2f, 5f], packed.data.data<float>().ToArray());
        Assert.Equal([3L, 2, 1], packed.batch_sizes.data<long>().ToArray());
        Assert.Equal([1L, 0, 2], packed.sorted_indices!.data<long>().ToArray());
        Assert.Equal([1L, 0, 2], packed.unsorted_indices!.data<long>().ToArray());
    }

    [Theory, InlineData(true), InlineData(false)]
    public void What_is_packed_comes_back_in_its_order(bool batchFirst)
    {
        using var scope = NewDisposeScope();
        var padded = pad_sequence(Tensors(), batchFirst).unsqueeze(-1);
        using var packed = pack_padded_sequence(padded, tensor(new[] { 2, 3, 1 }), batchFirst, enforce_sorted: false);
        var (back, lengths) = pad_packed_sequence(packed, batchFirst);
        TensorAssert.Same(padded, back);
        Assert.Equal([2L, 3, 1], lengths.data<long>().ToArray());
        Assert.Equal(5, pad_packed_sequence(packed, batchFirst, total_length: 5).Item1.shape[batchFirst ? 1 : 0]);
    }

    [Fact]
    public void Sorted_sequences_keep_no_order()
    {
        using var scope = NewDisposeScope();
        using var packed = pack_padded_sequence(ones(3, 2, 1), tensor(new long[] { 3, 1 }));
        Assert.Null(packed.sorted_indices);
        Assert.Equal(4, packed.data.shape[0]);
    }

    [Fact]
    public void Packed_sequences_outlive_the_scope_they_are_made_in_until_they_are_disposed()
    {
        PackedSequence packed;
        using (NewDisposeScope()) packed = pack_sequence(Tensors(), enforce_sorted: false);
        Assert.Equal(6, packed.data.shape[0]);
        packed.Dispose();
        Assert.True(packed.data.IsInvalid && packed.batch_sizes.IsInvalid && packed.sorted_indices!.IsInvalid);
    }

    [Fact]
    public void A_packed_batch_gives_each_sequence_the_result_it_has_alone()
    {
        using var scope = NewDisposeScope();
        using var lstm = LSTM(1, 3, bidirectional: true);
        using var packed = pack_sequence(Tensors().Select(sequence => sequence.unsqueeze(-1)), enforce_sorted: false);
        var (output, hn, cn) = lstm.call(packed);
        using var _ = output;
        var (padded, _) = pad_packed_sequence(output);
        for (int i = 0; i < Sequences.Length; i++)
        {
            var (alone, h, c) = lstm.call(tensor(Sequences[i]).unsqueeze(-1));
            TensorAssert.Close(alone, padded.narrow(0, 0, Sequences[i].Length).select(1, i));
            TensorAssert.Close(h, hn.select(1, i));
            TensorAssert.Close(c, cn.select(1, i));
        }
    }

    [Fact]
    public void States_for_packed_sequences_are_given_in_the_original_order()
    {
        using var scope = NewDisposeScope();
        using var gru = GRU(1, 2);
        var state = randn(1, 3, 2);
        using var packed = pack_sequence(Tensors().Select(sequence => sequence.unsqueeze(-1)), enforce_sorted: false);
        var (output, hn) = gru.call(packed, state);
        output.Dispose();
        for (int i = 0; i < Sequences.Length; i++)
            TensorAssert.Close(gru.call(tensor(Sequences[i]).unsqueeze(-1), state.select(1, i).contiguous()).Item2, hn.select(1, i));
    }

    private static Tensor[] Tensors() => [.. Sequences.Select(values => tensor(values))];
}
