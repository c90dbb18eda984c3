using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Data;

public sealed class DataLoaderTests
{
    public static TheoryData<int> Workers => [1, 2, 3, 7];

    [Theory, MemberData(nameof(Workers))]
    public void Items_are_stacked_in_order_by_name(int workers)
    {
        using var loader = utils.data.DataLoader(new Numbers(5), batchSize: 2, shuffle: false, device: CPU, seed: null, num_worker: workers, drop_last: false, disposeBatch: true, disposeDataset: true);
        var pairs = new List<float>();
        var shapes = new List<string>();
        foreach (var batch in loader)
        {
            shapes.Add(string.Join(",", batch["pair"].shape) + ";" + string.Join(",", batch["index"].shape));
            pairs.AddRange(batch["pair"].data<float>().ToArray());
        }
        Assert.Equal(["2,2;2", "2,2;2", "1,2;1"], shapes);
        Assert.Equal([0, 0, 1, 1, 2, 4, 3, 9, 4, 16], pairs);
        Assert.Equal(3, loader.Count);
    }

    [Theory, MemberData(nameof(Workers))]
    public void Rows_of_a_tensor_data_set_come_as_lists(int workers)
    {
        using var scope = NewDisposeScope();
        using var loader = utils.data.DataLoader(utils.data.TensorDataset(arange(8).reshape(4, 2), arange(4)), 3, num_worker: workers);
        var batches = loader.Select(batch => (batch[0].data<long>().ToArray(), batch[1].data<long>().ToArray())).ToList();
        Assert.Equal(2, batches.Count);
        Assert.Equal([0, 1, 2, 3, 4, 5], batches[0].Item1);
        Assert.Equal([3], batches[1].Item2);
    }

    [Fact]
    public void A_last_batch_that_is_not_full_can_be_dropped()
    {
        using var scope = NewDisposeScope();
        using var loader = utils.data.DataLoader(new Numbers(5), 2, drop_last: true);
        Assert.Equal([0L, 1L, 2L, 3L], Order(loader));
        Assert.Equal(2, loader.Count);
        Assert.True(loader.drop_last);
    }

    [Fact]
    public void An_empty_data_set_has_no_batches()
    {
        using var loader = utils.data.DataLoader(new Numbers(0), 2, num_worker: 2);
        Assert.Empty(loader);
        Assert.Equal(0, loader.Count);
    }

    [Theory, MemberData(nameof(Workers))]
    public void A_seed_gives_one_order_whatever_the_number_of_workers(int workers)
    {
        using var loader = utils.data.DataLoader(new Numbers(50), 7, shuffle: true, seed: 3, num_worker: workers);
        var order = Order(loader);
        Assert.Equal(new FisherYatesShuffler(50, 3), order);
        Assert.Equal(order, Order(loader));
        Assert.Equal(Enumerable.Range(0, 50).Select(i => (long)i), order.Order());
        Assert.NotEqual(order.Order(), order);
    }

    [Fact]
    public void Without_a_seed_each_pass_has_an_order_that_manual_seed_repeats()
    {
        using var loader = utils.data.DataLoader(new Numbers(50), 8, shuffle: true);
        manual_seed(5);
        var (first, second) = (Order(loader), Order(loader));
        manual_seed(5);
        Assert.Equal(first, Order(loader));
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void Indices_of_ones_own_decide_what_is_read_and_how_many_batches_there_are()
    {
        using var loader = utils.data.DataLoader(new Numbers(10), 2, [9L, 1L, 1L], device: null, num_worker: 2, drop_last: false, disposeBatch: true, disposeDataset: true);
        Assert.Equal([9L, 1L, 1L], Order(loader));
        Assert.Equal(2, loader.Count);
        using var set = utils.data.TensorDataset(arange(10));
        using var list = utils.data.DataLoader(set, 2, Odd(), null, 1, false, true, true);
        Assert.Equal([1L, 3L, 5L, 7L, 9L], list.SelectMany(batch => batch[0].data<long>().ToArray()));
        Assert.Equal(5, list.Count);
    }

    [Fact]
    public void The_loader_tells_what_it_was_made_with()
    {
        using var set = new Numbers(4);
        Func<IEnumerable<Dictionary<string, Tensor>>, Device, int> count = (items, _) => items.Count();
        using var loader = new DataLoader<Dictionary<string, Tensor>, int>(set, 3, count, [1, 2, 3, 0], null, num_worker: 0, disposeBatch: false, disposeDataset: false);
        Assert.Equal([3, 1], loader);
        Assert.Equal((set, 3, 1, false, CPU, false, false, false), (loader.dataset, loader.batch_size, loader.num_workers, loader.drop_last, loader.Device, loader.DisposeBatch, loader.DisposeDataset, false));
        Assert.Equal([1L, 2L, 3L, 0L], loader.sampler);
        Assert.Same(count, loader.collate_fn);
    }

    [Fact]
    public void A_function_of_ones_own_makes_the_batches_and_may_hand_items_on()
    {
        using var set = new Numbers(3);
        using var loader = new DataLoader<Dictionary<string, Tensor>, (Tensor First, List<Tensor> All)>(set, 2, (items, _) => (items.First()["index"], [.. items.Select(item => item["pair"])]), shuffle: false, null, num_worker: 2);
        var sums = loader.Select(batch => (batch.First.item<long>(), batch.All.Sum(pair => pair.sum().item<float>()))).ToList();
        Assert.Equal([(0L, 2f), (2L, 6f)], sums);
    }

    [Fact]
    public void The_classes_can_be_made_directly()
    {
        using var scope = NewDisposeScope();
        using var named = new DataLoader(new Numbers(4), 4, shuffle: true, seed: 1);
        using var ordered = new DataLoader(new Numbers(4), 4, [3, 2, 1, 0]);
        using var list = new IterableDataLoader(utils.data.TensorDataset(arange(4)), 4, [3, 2, 1, 0]);
        using var shuffled = new IterableDataLoader(utils.data.TensorDataset(arange(4)), 4, shuffle: true, seed: 1);
        Assert.Equal([3L, 2L, 1L, 0L], Order(ordered));
        Assert.Equal([3L, 2L, 1L, 0L], list.SelectMany(batch => batch[0].data<long>().ToArray()));
        Assert.Equal(Order(named), shuffled.SelectMany(batch => batch[0].data<long>().ToArray()));
    }

    [Fact]
    public void A_batch_of_no_items_is_an_error()
    {
        using var set = new Numbers(3);
        Assert.Contains("batchSize of at least 1, got 0", Assert.Throws<ArgumentOutOfRangeException>(() => utils.data.DataLoader(set, 0)).Message);
        Assert.Throws<ArgumentNullException>(() => utils.data.DataLoader((utils.data.Dataset)null!, 1));
        Assert.Throws<ArgumentNullException>(() => utils.data.DataLoader(set, 1, (IEnumerable<long>)null!));
    }

    [Theory, MemberData(nameof(Workers))]
    public void Items_that_do_not_fit_together_are_an_error_that_says_what_to_do(int workers)
    {
        using var loader = utils.data.DataLoader(new Ragged(), 2, num_worker: workers);
        var error = Assert.Throws<InvalidOperationException>(() => loader.Count());
        Assert.Contains("no batch could be made of items 2, 3", error.Message);
        Assert.Contains("expected tensor 0 of one shape in all items, got (3) and (4). Give a collate_fn", error.Message);
    }

    internal static List<long> Order(DataLoader loader) => [.. loader.SelectMany(batch => batch["index"].data<long>().ToArray())];

    private static IEnumerable<long> Odd()
    {
        for (long i = 1; i < 10; i += 2) yield return i;
    }

    private sealed class Ragged : utils.data.IterableDataset
    {
        public override long Count => 4;

        public override IList<Tensor> GetTensor(long index) => [ones(Math.Max(3, index + 1))];
    }
}
