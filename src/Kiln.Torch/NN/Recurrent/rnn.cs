namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Sequences of different lengths.</summary>
            public static partial class rnn
            {
                /// <summary>Packs padded sequences.</summary>
                /// <param name="input">The sequences, (T, N, *), or (N, T, *) with batch_first.</param>
                /// <param name="lengths">Their lengths, (N) of int64 on the CPU, each at least 1.</param>
                /// <param name="batch_first">Whether the batch is the first dimension.</param>
                /// <param name="enforce_sorted">Whether lengths must not grow; false sorts the sequences.</param>
                /// <returns>The packed sequences; the caller disposes them.</returns>
                /// <exception cref="ArgumentException">Lengths do not go with the input, or grow although they should not.</exception>
                /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.utils.rnn.pack_padded_sequence.html"/>
                public static PackedSequence pack_padded_sequence(Tensor input, Tensor lengths, bool batch_first = false, bool enforce_sorted = true)
                {
                    CheckLengths(input, lengths, batch_first, enforce_sorted);
                    using var scope = NewDisposeScope();
                    lengths = lengths.to(ScalarType.Int64);
                    if (enforce_sorted) return Pack(input, lengths, batch_first, null, null);
                    var (sortedLengths, order) = Ops.sort(lengths, -1, true);
                    var places = Ops.argsort(order, -1, false);
                    return Pack(Ops.index_select(input, batch_first ? 0 : 1, order), sortedLengths, batch_first, order, places);
                }

                /// <summary>Pads packed sequences to one length.</summary>
                /// <param name="sequence">The packed sequences.</param>
                /// <param name="batch_first">Whether the batch becomes the first dimension.</param>
                /// <param name="padding_value">What stands in the padding.</param>
                /// <param name="total_length">The length to pad to; null is that of the longest.</param>
                /// <returns>The sequences, (T, N, *), or (N, T, *) with batch_first, and their lengths, (N) of int64; the caller disposes them.</returns>
                /// <exception cref="ArgumentException">A sequence is longer than <paramref name="total_length"/>.</exception>
                /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.utils.rnn.pad_packed_sequence.html"/>
                public static (Tensor, Tensor) pad_packed_sequence(PackedSequence sequence, bool batch_first = false, double padding_value = 0.0, long? total_length = null)
                {
                    long longest = sequence.batch_sizes.shape[0];
                    if (total_length < longest)
                        throw new ArgumentException($"pad_packed_sequence: expected a total_length of at least {longest}, the longest sequence, got {total_length}.", nameof(total_length));
                    using var scope = NewDisposeScope();
                    var (padded, lengths) = Ops._pad_packed_sequence(sequence.data, sequence.batch_sizes, batch_first, padding_value, total_length ?? longest);
                    if (sequence.unsorted_indices is { } places)
                        (padded, lengths) = (Ops.index_select(padded, batch_first ? 0 : 1, places), Ops.index_select(lengths, 0, places));
                    return scope.MoveToOuter(padded, lengths);
                }

                /// <summary>Pads sequences to the length of the longest.</summary>
                /// <param name="sequences">The sequences, each (T, *).</param>
                /// <param name="batch_first">Whether the batch becomes the first dimension.</param>
                /// <param name="padding_value">What stands in the padding.</param>
                /// <returns>(T, N, *), or (N, T, *) with batch_first; the caller disposes it.</returns>
                /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.utils.rnn.pad_sequence.html"/>
                public static Tensor pad_sequence(IEnumerable<Tensor> sequences, bool batch_first = false, double padding_value = 0.0) =>
                    Ops.pad_sequence(NotEmpty(sequences, "pad_sequence"), batch_first, padding_value);

                /// <summary>Packs sequences of different lengths.</summary>
                /// <param name="sequences">The sequences, each (T, *).</param>
                /// <param name="enforce_sorted">Whether they must come from the longest to the shortest; false sorts them.</param>
                /// <returns>The packed sequences; the caller disposes them.</returns>
                /// <exception cref="ArgumentException">There is no sequence, or they grow although they should not.</exception>
                /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.utils.rnn.pack_sequence.html"/>
                public static PackedSequence pack_sequence(IEnumerable<Tensor> sequences, bool enforce_sorted = true)
                {
                    var list = NotEmpty(sequences, "pack_sequence");
                    using var scope = NewDisposeScope();
                    var lengths = tensor(list.Select(sequence => sequence.shape[0]).ToArray());
                    return pack_padded_sequence(pad_sequence(list), lengths, false, enforce_sorted);
                }

                private static PackedSequence Pack(Tensor input, Tensor lengths, bool batchFirst, Tensor? order, Tensor? places)
                {
                    var (data, sizes) = Ops._pack_padded_sequence(input, lengths, batchFirst);
                    return new PackedSequence(data, sizes, order, places);
                }

                private static Tensor[] NotEmpty(IEnumerable<Tensor> sequences, string operation) =>
                    sequences.ToArray() is { Length: > 0 } list ? list
                    : throw new ArgumentException($"{operation}: expected at least one sequence, got none.", nameof(sequences));

                private static void CheckLengths(Tensor input, Tensor lengths, bool batchFirst, bool sorted)
                {
                    if (input.dim() < 2 || lengths.dim() != 1 || lengths.shape[0] != input.shape[batchFirst ? 0 : 1])
                        throw new ArgumentException($"pack_padded_sequence: expected a length for each sequence of {(batchFirst ? "(N, T, *)" : "(T, N, *)")}, got input ({string.Join(", ", input.shape)}) and lengths ({string.Join(", ", lengths.shape)}).", nameof(lengths));
                    using var whole = lengths.to(ScalarType.Int64);
                    var numbers = whole.data<long>().ToArray();
                    long steps = input.shape[batchFirst ? 1 : 0];
                    if (numbers.Any(length => length < 1 || length > steps))
                        throw new ArgumentException($"pack_padded_sequence: expected lengths of 1 to {steps}, got [{string.Join(", ", numbers)}].", nameof(lengths));
                    if (sorted && numbers.Zip(numbers.Skip(1)).Any(pair => pair.First < pair.Second))
                        throw new ArgumentException($"pack_padded_sequence: expected lengths that do not grow, got [{string.Join(", ", numbers)}]. Pass enforce_sorted: false.", nameof(lengths));
                }
            }
        }
    }
}
