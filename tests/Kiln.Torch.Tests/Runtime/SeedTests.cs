using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Runtime;

public class SeedTests
{
    [Fact]
    public void The_same_seed_gives_the_same_numbers_by_every_name()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var first = rand(3);
        random.manual_seed(5);

        TensorAssert.Same(first, rand(3));
        Assert.Equal((5, 5), (initial_seed(), random.initial_seed()));
    }

    [Fact]
    public void A_state_of_the_generator_is_taken_and_put_back()
    {
        using var scope = NewDisposeScope();
        var state = get_rng_state();
        var first = rand(3);
        set_rng_state(state);
        TensorAssert.Same(first, rand(3));
        random.set_rng_state(random.get_rng_state());
    }

    [Fact]
    public void A_generator_of_ones_own_keeps_its_seed_and_leaves_the_default_alone()
    {
        using var scope = NewDisposeScope();
        using var own = new Generator(7);

        Assert.Equal(7, own.initial_seed());
        Assert.NotEqual(0, own.Handle);
        Assert.Equal(CPU, own.device);
        TensorAssert.Same(rand([3], generator: own), rand([3], generator: new Generator().manual_seed(7)));
    }

    [Fact]
    public void A_new_seed_is_found_where_none_is_given()
    {
        var state = get_rng_state();
        try
        {
            Assert.Equal(seed(), initial_seed());
            Assert.Equal(random.seed(), initial_seed());
            using var own = new Generator();
            Assert.Equal(own.seed(), own.initial_seed());
        }
        finally
        {
            set_rng_state(state);
        }
    }
}
