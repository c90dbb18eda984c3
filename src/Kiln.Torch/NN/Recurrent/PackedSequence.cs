namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                /// <summary>Sequences of different lengths, step by step: all first steps, then all second ones, without the padding.</summary>
                /// <remarks>It owns its tensors: dispose it. Sequences are kept from the longest to the shortest.</remarks>
                /// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.utils.rnn.PackedSequence.html"/>
                public sealed class PackedSequence : IDisposable
                {
                    // Scopes know tensors only: it takes its tensors out of whatever scope it is made in.
                    internal PackedSequence(Tensor data, Tensor batchSizes, Tensor? sorted, Tensor? unsorted)
                    {
                        (this.data, batch_sizes, sorted_indices, unsorted_indices) = (data, batchSizes, sorted, unsorted);
                        foreach (var tensor in new[] { data, batchSizes, sorted, unsorted }) tensor?.DetachFromDisposeScope();
                    }

                    /// <summary>The steps, (sum of lengths, *).</summary>
                    public Tensor data { get; }

                    /// <summary>How many sequences have a first step, a second step…, (T) of int64.</summary>
                    public Tensor batch_sizes { get; }

                    /// <summary>Which of the original sequences stands at each place, (N) of int64; null if they were sorted.</summary>
                    public Tensor? sorted_indices { get; }

                    /// <summary>At which place each of the original sequences stands, (N) of int64; null if they were sorted.</summary>
                    public Tensor? unsorted_indices { get; }

                    /// <summary>Frees the tensors.</summary>
                    public void Dispose()
                    {
                        data.Dispose();
                        batch_sizes.Dispose();
                        sorted_indices?.Dispose();
                        unsorted_indices?.Dispose();
                    }

                    /// <summary>Other steps in the same order.</summary>
                    internal PackedSequence With(Tensor steps) =>
                        new(steps, Ops.alias(batch_sizes), sorted_indices?.alias(), unsorted_indices?.alias());

                    /// <summary>A state (*, N, *) given in the original order, in the order of the packed sequences.</summary>
                    internal Tensor InSortedOrder(Tensor state) => sorted_indices is null ? state : Ops.index_select(state, 1, sorted_indices);

                    /// <summary>A state (*, N, *) of the packed sequences, in the original order.</summary>
                    internal Tensor InOriginalOrder(Tensor state) => unsorted_indices is null ? state : Ops.index_select(state, 1, unsorted_indices);
                }
            }
        }
    }
}
