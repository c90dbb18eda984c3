using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests;

/// <summary>The same seed gives the same random numbers as in Python.</summary>
public class GoldenRandomTests
{
    private static readonly Dictionary<string, Func<Tensor>> Makers = new()
    {
        ["rand"] = () => rand(5),
        ["rand_double"] = () => rand(3, dtype: float64),
        ["randn"] = () => randn(5),
        ["randn_large"] = () => randn(4, 5),
        ["randint"] = () => randint(0, 100, [6]),
        ["randperm"] = () => randperm(10),
        ["normal"] = () => empty(5).normal_(2, 0.5),
        ["uniform"] = () => empty(5).uniform_(-1, 1),
        ["exponential"] = () => empty(5).exponential_(2),
        ["bernoulli"] = () => bernoulli(full(8, 0.3)),
        ["multinomial"] = () => multinomial(tensor([1f, 2f, 3f, 4f]), 6, true),
        ["second_of_two"] = () => { randn(7); return rand(3); },
        ["own_generator"] = () => { using var own = new Generator(7); return randn(3, generator: own); },
        ["dropout"] = () => Ops.dropout(ones(10), 0.4, true),
    };

    public static TheoryData<string> Names => [.. Makers.Keys];

    [Theory, MemberData(nameof(Names))]
    public void The_same_seed_gives_the_same_numbers_as_Python(string name)
    {
        using var scope = NewDisposeScope();
        var expected = GoldenFile.ToTensor(GoldenFile.Read("random_numbers.json")[name])!;

        manual_seed(42);

        TensorAssert.Same(expected, Makers[name]());
    }

    [Fact]
    public void Every_case_of_the_fixture_is_tested() =>
        Assert.Equal(GoldenFile.Read("random_numbers.json").Keys.Order(), Makers.Keys.Order());

    [Fact]
    public void A_restored_state_gives_the_same_numbers_again()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var state = get_rng_state();
        var first = randn(5);

        set_rng_state(state);

        TensorAssert.Same(first, randn(5));
    }

    [Fact]
    public void A_generator_of_its_own_does_not_move_the_default_one()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var expected = rand(2);
        manual_seed(3);
        using var own = new Generator(5);
        rand(10, generator: own);

        TensorAssert.Same(expected, rand(2));
    }
}
