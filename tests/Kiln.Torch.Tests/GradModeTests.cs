using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests;

public class GradModeTests
{
    [Fact]
    public void Nothing_is_recorded_inside_no_grad()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        using (no_grad()) Assert.False((x * 2).requires_grad);

        Assert.True((x * 2).requires_grad);
    }

    [Fact]
    public void Modes_nest_and_are_restored()
    {
        using (no_grad())
        {
            using (enable_grad()) Assert.True(is_grad_enabled());
            Assert.False(is_grad_enabled());
        }
        Assert.True(is_grad_enabled());
    }

    [Fact]
    public void Tensors_of_inference_mode_cannot_be_differentiated()
    {
        using var scope = NewDisposeScope();
        Tensor made;
        using (inference_mode()) made = ones(2);

        Assert.Throws<TorchException>(() => made.requires_grad = true);
    }

    [Fact]
    public void The_mode_belongs_to_the_thread()
    {
        using var mode = no_grad();
        var other = false;
        var thread = new Thread(() => other = is_grad_enabled());
        thread.Start();
        thread.Join();

        Assert.True(other);
    }

    [Fact]
    public void Second_derivatives_come_from_a_recorded_backward_pass()
    {
        using var scope = NewDisposeScope();
        var x = tensor(3f, requires_grad: true);
        var first = autograd.grad([x.pow(3)], [x], create_graph: true)[0];

        Assert.Equal(27f, first.item<float>(), 4);
        Assert.Equal(18f, autograd.grad([first], [x])[0].item<float>(), 4);
    }

    [Fact]
    public void An_unused_input_has_no_gradient()
    {
        using var scope = NewDisposeScope();
        var x = tensor(3f, requires_grad: true);
        var unused = tensor(1f, requires_grad: true);

        Assert.Null(autograd.grad([x * 2], [x, unused], allow_unused: true)[1]);
    }
}
