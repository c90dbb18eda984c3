using System.Collections.Concurrent;
using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Lifetime;

/// <summary>Memory of freed tensors is used again, and never by two tensors at once.</summary>
public sealed class BlockCacheTests
{
    [Fact]
    public void Threads_that_free_each_others_tensors_find_all_elements_as_they_left_them()
    {
        var shared = new ConcurrentBag<(Tensor Tensor, int Mark)>();
        int wrong = 0;
        var threads = Enumerable.Range(0, 4).Select(number => new Thread(() =>
        {
            var random = new Random(number);
            for (int i = 0; i < 400; i++)
            {
                int mark = number * 1000 + i;
                // From one element to some megabytes, small ones most often.
                long elements = 1 + (long)Math.Pow(2, random.NextDouble() * random.Next(1, 20));
                shared.Add((full([elements], mark, ScalarType.Int32), mark));
                if (i % 3 == 0 || !shared.TryTake(out var taken)) continue;
                if (!taken.Tensor.eq(taken.Mark).all().item<bool>()) Interlocked.Increment(ref wrong);
                taken.Tensor.Dispose();
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        foreach (var (tensor, mark) in shared)
        {
            Assert.True(tensor.eq(mark).all().item<bool>());
            tensor.Dispose();
        }
        Assert.Equal(0, wrong);
    }

    [Theory, InlineData(16), InlineData(5_000), InlineData(3_000_000)]
    public void A_freed_block_serves_the_next_tensor_of_its_size(long elements)
    {
        var first = empty(elements);
        nint place = PlaceOf(first);
        first.Dispose();
        using var second = empty(elements);
        Assert.Equal(place, PlaceOf(second));
    }

    [Theory, InlineData(1), InlineData(15), InlineData(17), InlineData(1_000), InlineData(123_457)]
    public void Elements_start_where_vector_instructions_want_them(long elements)
    {
        using var tensor = empty(elements);
        Assert.Equal(0, PlaceOf(tensor) % 64);
    }

    [Fact]
    public void What_a_history_holds_asks_the_collector_too()
    {
        // The result has one element; the square roots before it are 4 MB each, and nobody but the history knows them.
        using var x = ones([1 << 20], requires_grad: true);
        long most = 0;
        for (int i = 0; i < 400; i++)
        {
            var root = x;
            using (NewDisposeScope()) root = x.sqrt().sqrt().sum().DetachFromDisposeScope();
            most = Math.Max(most, Native.kiln_allocated_bytes());
        }
        Assert.InRange(most, 0, 1L << 30);
    }

    [Fact]
    public void More_than_there_is_gives_an_exception_and_no_crash()
    {
        var error = Assert.Throws<TorchException>(() => empty(1L << 46, ScalarType.Int64));
        Assert.Contains("allocate", error.Message, StringComparison.Ordinal);
        using var small = ones(3);
        Assert.Equal(3, small.sum().item<float>());
    }

    private static unsafe nint PlaceOf(Tensor tensor)
    {
        fixed (byte* first = tensor.bytes) return (nint)first;
    }
}
