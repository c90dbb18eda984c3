using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Autograd;

public class HookTests
{
    [Fact]
    public void A_hook_sees_the_gradient_of_a_result_and_of_a_leaf()
    {
        using var scope = NewDisposeScope();
        var x = tensor([1f, 2f], requires_grad: true);
        var y = x * 3;
        var seen = new List<Tensor>();
        y.register_hook(seen.Add);
        x.register_hook(seen.Add);

        (y * y).sum().backward();

        Assert.Equal([6f, 12f], seen[0].data<float>().ToArray());
        Assert.Equal([18f, 36f], seen[1].data<float>().ToArray());
    }

    [Fact]
    public void A_hook_replaces_the_gradient()
    {
        using var scope = NewDisposeScope();
        var x = tensor([1f, 2f], requires_grad: true);
        var y = x * 3;
        y.register_hook(gradient => gradient * 10);

        y.sum().backward();

        Assert.Equal([30f, 30f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_removed_hook_is_not_called()
    {
        using var scope = NewDisposeScope();
        var x = ones(1, requires_grad: true);
        var calls = 0;
        var hook = x.register_hook(_ => { calls++; });
        (x * 2).backward();
        hook.remove();
        hook.Dispose();
        (x * 2).backward();

        Assert.Equal(1, calls);
    }

    [Fact]
    public void An_exception_in_a_hook_is_thrown_by_the_backward_pass()
    {
        using var scope = NewDisposeScope();
        var x = ones(1, requires_grad: true);
        var y = x * 2;
        y.register_hook(Tensor? (_) => throw new FormatException("mine"));

        var failure = Assert.Throws<FormatException>(() => y.backward());

        Assert.Equal("mine", failure.Message);
        Assert.Contains(nameof(An_exception_in_a_hook_is_thrown_by_the_backward_pass), failure.StackTrace);
        (x * 2).backward();
        Assert.Equal(2f, x.grad!.item<float>());
    }

    [Fact]
    public void A_gradient_of_another_shape_is_refused()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        var y = x * 2;
        y.register_hook(_ => zeros(3));

        Assert.Contains("hook", Assert.Throws<TorchException>(() => y.sum().backward()).Message);
    }

    [Fact]
    public void A_tensor_without_gradient_takes_no_hook() =>
        Assert.Contains("requires_grad", Assert.Throws<InvalidOperationException>(() => ones(1).register_hook(_ => { })).Message);

    [Fact]
    public void A_hook_is_released_with_its_tensor()
    {
        var released = Register();
        for (var i = 0; i < 20 && released.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.False(released.IsAlive);
    }

    private static WeakReference Register()
    {
        var witness = new object();
        using var x = ones(1, requires_grad: true);
        x.register_hook(_ => { GC.KeepAlive(witness); });
        return new WeakReference(witness);
    }

    [Fact]
    public void Anomalies_are_told_with_the_operation_that_made_them()
    {
        using var scope = NewDisposeScope();
        var x = zeros(1, requires_grad: true);

        using (autograd.detect_anomaly())
            Assert.Contains("SqrtBackward0", Assert.Throws<TorchException>(() => (x.sqrt() * 0).backward()).Message);
        using (autograd.set_detect_anomaly(true, check_nan: false)) (x.sqrt() * 0).backward();
        var off = autograd.set_detect_anomaly(mode: false);
        (x.sqrt() * 0).backward();
        off.Dispose();
        off.Dispose();

        Assert.True(float.IsNaN(x.grad!.item<float>()));
    }
}
