using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests;

public class FirstStepsTests
{
    [Fact]
    public void A_sum_of_squares_has_twice_the_elements_as_gradient()
    {
        using var scope = NewDisposeScope();
        var x = tensor([1f, 2f, 3f], requires_grad: true);

        x.square().sum().backward();

        Assert.Equal([2f, 4f, 6f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_named_without_a_native_stack()
    {
        using var scope = NewDisposeScope();
        var failure = Assert.Throws<TorchException>(() => zeros(2, 3) + zeros(4));

        Assert.StartsWith("add: The size of tensor a (3) must match the size of tensor b (4)", failure.Message);
        Assert.DoesNotContain("\n", failure.Message);
    }
}
