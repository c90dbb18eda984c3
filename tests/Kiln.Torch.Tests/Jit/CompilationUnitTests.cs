using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Jit;

public sealed class CompilationUnitTests
{
    private const string Source = """
        def relu_sum(a, b):
            return torch.relu(a + b)

        def many(n: int) -> List[int]:
            return [i * i for i in range(n)]

        def smooth(x, steps: int = 2):
            for i in range(steps):
                if bool(x.sum() > 0):
                    x = x / 2
            return x
        """;

    [Fact]
    public void Functions_compiled_from_source_compute_and_differentiate()
    {
        using var scope = NewDisposeScope();
        using var unit = jit.compile(Source);
        var a = tensor(new[] { 1f, -3f }, requires_grad: true);
        var sum = (Tensor)unit.invoke("relu_sum", a, ones(2));
        Assert.Equal([2f, 0f], sum.data<float>().ToArray());
        sum.sum().backward();
        Assert.Equal([1f, 0f], a.grad!.data<float>().ToArray());
        Assert.Equal([0, 1, 4], unit.invoke<Scalar[]>("many", 3).Select(item => item.ToInt64()));
        Assert.Equal(1f, unit.invoke<Tensor, Tensor>("smooth", full(1, 4f)).item<float>());
        Assert.Equal(2f, unit.invoke<Tensor>("smooth", full(1, 4f), 1).item<float>());
    }

    [Fact]
    public void Source_that_does_not_compile_is_an_exception()
    {
        Assert.Throws<TorchException>(() => jit.compile("def f(x: return x"));
        Assert.Contains("undefined value y", Assert.Throws<TorchException>(() => jit.compile("def f(x):\n    return y\n")).Message);
        Assert.Throws<ArgumentException>(() => jit.compile(""));
        using var unit = jit.compile(Source);
        Assert.Contains("undefined function nothing", Assert.Throws<TorchException>(() => unit.invoke("nothing")).Message);
        unit.Dispose();
        Assert.Throws<ObjectDisposedException>(() => unit.invoke("many", 3));
    }
}
