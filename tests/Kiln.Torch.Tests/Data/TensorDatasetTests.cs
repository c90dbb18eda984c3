using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Data;

public sealed class TensorDatasetTests
{
    [Fact]
    public void Items_are_the_rows_of_all_tensors()
    {
        using var scope = NewDisposeScope();
        using TensorDataset set = utils.data.TensorDataset(arange(6).reshape(3, 2), arange(3, ScalarType.Float64));
        Assert.Equal(3, set.Count);
        Assert.Equal([2L, 3L], set[1][0].data<long>().ToArray());
        Assert.Equal(2.0, set.GetTensor(2)[1].item<double>());
    }

    [Fact]
    public void It_outlives_the_scope_its_tensors_were_made_in_and_frees_what_it_keeps()
    {
        long before = LivingTensors.Settled();
        TensorDataset set;
        using (NewDisposeScope()) set = utils.data.TensorDataset(ones(2, 2), zeros(2));
        using (NewDisposeScope()) Assert.Equal(2f, set[1][0].sum().item<float>());
        set.Dispose();
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Theory, InlineData(-1), InlineData(3)]
    public void A_row_that_does_not_exist_is_an_error(long index)
    {
        using var set = utils.data.TensorDataset(ones(3, 2));
        Assert.Contains("expected an index in 0..2", Assert.Throws<ArgumentOutOfRangeException>(() => set[index]).Message);
    }

    [Fact]
    public void Tensors_of_different_lengths_are_an_error()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("got 3 and 4", Assert.Throws<ArgumentException>(() => utils.data.TensorDataset(ones(3), ones(4))).Message);
        Assert.Contains("unsqueeze(0)", Assert.Throws<ArgumentException>(() => utils.data.TensorDataset(tensor(1f))).Message);
        Assert.Contains("got none", Assert.Throws<ArgumentException>(() => utils.data.TensorDataset()).Message);
    }

    [Fact]
    public void A_derived_class_may_change_the_rows_on_their_way()
    {
        using var scope = NewDisposeScope();
        using var loader = utils.data.DataLoader(new Doubled(arange(4)), 2, num_worker: 2);
        Assert.Equal([0L, 2L, 4L, 6L], loader.SelectMany(batch => batch[0].data<long>().ToArray()));
    }

    private sealed class Doubled(Tensor tensor) : TensorDataset(tensor)
    {
        public override IList<Tensor> GetTensor(long index) => [base.GetTensor(index)[0] * 2];
    }
}
