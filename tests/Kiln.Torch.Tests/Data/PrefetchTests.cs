using System.Collections.Concurrent;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Data;

/// <summary>What the loader's threads do, seen by events and counts, never by the clock.</summary>
public sealed class PrefetchTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    public static TheoryData<int> Workers => [1, 3];

    [Fact]
    public void Batches_are_made_ahead_while_the_consumer_holds_one()
    {
        using var later = new CountdownEvent(4);
        using var loader = utils.data.DataLoader(new Numbers(40, index => Signal(later, index is >= 2 and < 6)), 2, num_worker: 2);
        using var batches = loader.GetEnumerator();
        Assert.True(batches.MoveNext());
        Assert.True(later.Wait(Long), "items of the second and third batch were not read while the first was held");
    }

    [Fact]
    public void Two_workers_read_items_at_the_same_time()
    {
        using var both = new Barrier(2);
        using var loader = utils.data.DataLoader(new Numbers(2, _ => Assert.True(both.SignalAndWait(Long))), 1, num_worker: 2);
        Assert.Equal([0L, 1L], DataLoaderTests.Order(loader));
    }

    [Fact]
    public void No_more_than_twice_as_many_batches_as_workers_are_ahead()
    {
        int taken = 0;
        long mostAhead = 0;
        using var loader = utils.data.DataLoader(new Numbers(60, index => mostAhead = Math.Max(mostAhead, index / 2 - Volatile.Read(ref taken))), 2, num_worker: 2);
        foreach (var _ in loader) Interlocked.Increment(ref taken);
        Assert.Equal(30, taken);
        Assert.InRange(mostAhead, 0, 4);
    }

    [Fact]
    public void One_worker_reads_on_the_thread_of_the_consumer_and_more_on_threads_of_their_own()
    {
        var threads = new ConcurrentDictionary<int, bool>();
        using (var loader = utils.data.DataLoader(new Numbers(8, _ => threads[Environment.CurrentManagedThreadId] = true), 2)) loader.Count();
        Assert.Equal([Environment.CurrentManagedThreadId], threads.Keys);
        threads.Clear();
        using (var loader = utils.data.DataLoader(new Numbers(8, _ => threads[Environment.CurrentManagedThreadId] = true), 2, num_worker: 2)) _ = DataLoaderTests.Order(loader);
        Assert.DoesNotContain(Environment.CurrentManagedThreadId, threads.Keys);
    }

    [Theory, MemberData(nameof(Workers))]
    public void An_item_that_cannot_be_read_is_named_after_the_batches_before_it(int workers)
    {
        long before = Living();
        var cause = new FormatException("not a picture");
        using var loader = utils.data.DataLoader(new Numbers(20, index => { if (index == 7) throw cause; }), 2, num_worker: workers);
        int count = 0;
        var error = Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (var _ in loader) count++;
        });
        Assert.Equal("DataLoader: item 7 of Numbers could not be read: not a picture", error.Message);
        Assert.Same(cause, error.InnerException);
        Assert.Equal(3, count);
        Assert.Equal(before, Living());
    }

    [Theory, MemberData(nameof(Workers))]
    public void After_an_error_the_pass_is_over(int workers)
    {
        using var loader = utils.data.DataLoader(new Numbers(20, index => ArgumentOutOfRangeException.ThrowIfEqual(index, 0)), 2, num_worker: workers);
        using var batches = loader.GetEnumerator();
        Assert.Throws<InvalidOperationException>(() => batches.MoveNext());
        Assert.False(batches.MoveNext());
    }

    [Theory, MemberData(nameof(Workers))]
    public void An_order_that_fails_fails_the_pass_at_its_place(int workers)
    {
        using var loader = utils.data.DataLoader(new Numbers(20), 2, Failing(), num_worker: workers);
        int count = 0;
        Assert.Throws<FormatException>(() =>
        {
            foreach (var _ in loader) count++;
        });
        Assert.Equal(2, count);
    }

    [Theory, MemberData(nameof(Workers))]
    public void A_pass_that_is_broken_off_leaves_no_tensor_and_no_reader_behind(int workers)
    {
        long before = Living();
        var set = new Numbers(1000, _ => Assert.False(Volatile.Read(ref _closed)));
        _closed = false;
        using var loader = utils.data.DataLoader(set, 3, num_worker: workers);
        foreach (var batch in loader)
            if (batch["index"].data<long>().ToArray()[0] >= 6) break;
        Volatile.Write(ref _closed, true);
        Assert.Equal(before, Living());
        _closed = false;
        Assert.Equal(1000, DataLoaderTests.Order(loader).Count);
    }

    [Theory, MemberData(nameof(Workers))]
    public void A_batch_is_freed_when_the_next_is_taken(int workers)
    {
        using var loader = utils.data.DataLoader(new Numbers(6), 3, num_worker: workers);
        using var batches = loader.GetEnumerator();
        batches.MoveNext();
        var first = batches.Current["pair"];
        Assert.False(first.IsInvalid);
        batches.MoveNext();
        Assert.True(first.IsInvalid);
        var second = batches.Current["pair"];
        Assert.False(batches.MoveNext());
        Assert.True(second.IsInvalid);
    }

    [Theory, MemberData(nameof(Workers))]
    public void Batches_that_are_not_to_be_freed_stay_with_the_caller(int workers)
    {
        using var loader = utils.data.DataLoader(new Numbers(6), 3, num_worker: workers, disposeBatch: false);
        var batches = loader.ToList();
        Assert.Equal(50f, batches[1]["pair"].select(1, 1).sum().item<float>());
        foreach (var tensor in batches.SelectMany(batch => batch.Values)) tensor.Dispose();
    }

    [Theory, MemberData(nameof(Workers))]
    public void Batches_belong_to_no_dispose_scope_of_the_consumer(int workers)
    {
        using var loader = utils.data.DataLoader(new Numbers(6), 3, num_worker: workers);
        using var batches = loader.GetEnumerator();
        using (var scope = NewDisposeScope())
        {
            batches.MoveNext();
            Assert.Equal(0, scope.DisposablesCount);
        }
        Assert.Equal(5f, batches.Current["pair"].select(1, 1).sum().item<float>());
    }

    [Fact]
    public void Several_passes_at_once_do_not_disturb_each_other()
    {
        using var loader = utils.data.DataLoader(new Numbers(30), 4, shuffle: true, seed: 8, num_worker: 2);
        using var first = loader.GetEnumerator();
        using var second = loader.GetEnumerator();
        while (first.MoveNext())
        {
            Assert.True(second.MoveNext());
            Assert.Equal(first.Current["index"].data<long>().ToArray(), second.Current["index"].data<long>().ToArray());
        }
        Assert.False(second.MoveNext());
    }

    [Fact]
    public void A_pass_can_be_started_again()
    {
        using var loader = utils.data.DataLoader(new Numbers(5), 2, num_worker: 2);
        using var batches = loader.GetEnumerator();
        for (int i = 0; i < 2; i++)
        {
            Assert.True(batches.MoveNext());
            Assert.Equal(0L, batches.Current["index"][0].item<long>());
            batches.Reset();
        }
    }

    [Theory, InlineData(true), InlineData(false)]
    public void The_data_set_is_disposed_with_the_loader_if_wanted(bool wanted)
    {
        var set = new Numbers(5);
        utils.data.DataLoader(set, 2, disposeDataset: wanted).Dispose();
        Assert.Equal(wanted, set.IsDisposed);
    }

    [Fact]
    public void Workers_compute_on_one_thread_each_and_in_the_consumers_grad_mode()
    {
        var seen = new ConcurrentBag<(int Threads, bool Gradients)>();
        int threads = get_num_threads();
        using var off = no_grad();
        using var loader = utils.data.DataLoader(new Numbers(8, _ => seen.Add((get_num_threads(), is_grad_enabled()))), 2, num_worker: 2);
        _ = DataLoaderTests.Order(loader);
        Assert.All(seen, facts => Assert.Equal((1, false), facts));
        Assert.Equal(threads, get_num_threads());
    }

    private bool _closed;

    /// <summary>How many tensors live when those that nobody holds are gone.</summary>
    private static long Living()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Tensor.TotalCount;
    }

    private static void Signal(CountdownEvent later, bool counts)
    {
        if (counts) later.Signal();
    }

    private static IEnumerable<long> Failing()
    {
        for (long i = 0; i < 4; i++) yield return i;
        throw new FormatException("no order");
    }
}
