using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Jit;

/// <summary>Values that go into programs and come out of them.</summary>
public sealed class ScriptValueTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly jit.ScriptModule _values = jit.load(ScriptFiles.PathOf("values.pt"));

    public void Dispose()
    {
        _values.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void A_tuple_of_tensors_is_a_tuple()
    {
        var (sum, difference) = ((Tensor, Tensor))_values.call(full(2, 5f), full(2, 3f));
        Assert.Equal(8f, sum.data<float>()[0]);
        Assert.Equal(2f, difference.data<float>()[1]);
        using var typed = jit.load<Tensor, Tensor, (Tensor, Tensor)>(ScriptFiles.PathOf("values.pt"));
        Assert.Equal(8f, typed.call(full(2, 5f), full(2, 3f)).Item1.data<float>()[0]);
        Assert.Equal(2f, typed.forward(full(2, 5f), full(2, 3f)).Item2.data<float>()[0]);
        using var many = jit.load<(Tensor, Tensor)>(ScriptFiles.PathOf("values.pt"), CPU);
        Assert.Equal(8f, many.call(full(2, 5f), full(2, 3f)).Item1.data<float>()[0]);
        Assert.Equal(2, typed.GetNumberOfInputs());
    }

    [Fact]
    public void Lists_of_tensors_are_arrays()
    {
        var doubled = _values.invoke<Tensor[]>("lists", new List<Tensor> { ones(1), full(1, 3f) }, 2);
        Assert.Equal([2f, 6f], doubled.Select(item => item.item<float>()));
        Assert.Empty(_values.invoke<Tensor[]>("lists", Array.Empty<Tensor>(), 2.0));
    }

    [Fact]
    public void Numbers_are_scalars()
    {
        var (i, f, b) = _values.invoke<(Scalar, Scalar, Scalar)>("numbers", 4, 1.5f, true);
        Assert.Equal((5, 3.0, false), (i.ToInt64(), f.ToDouble(), b.ToBoolean()));
        Assert.Equal([2, 4], _values.invoke<Scalar[]>("counts", new[] { 1, 2 }).Select(item => item.ToInt64()));
        Assert.Equal(6.0, _values.invoke<double>("sum_of", ones(2, 3)));
        Assert.Equal(6f, _values.invoke<Tensor, float>("sum_of", ones(2, 3)));
    }

    [Fact]
    public void None_goes_in_and_comes_out()
    {
        Assert.Null(_values.invoke("maybe", [null!]));
        Assert.Null(_values.invoke<Tensor?>("maybe", [null!]));
        Assert.Equal(2f, _values.invoke<Tensor>("maybe", ones(1)).item<float>());
    }

    [Fact]
    public void Texts_dictionaries_and_mixed_tuples_come_out()
    {
        Assert.Equal("ä2", _values.invoke<string>("text", "ä", 2));
        var table = (Dictionary<object, object?>)_values.invoke("table", new Dictionary<string, Tensor> { ["a"] = ones(1) });
        Assert.Equal(2f, ((Tensor)table["a!"]!).item<float>());
        var mixed = (object?[])_values.invoke("mixed", ones(1), (7, "seven"));
        Assert.Equal(7, ((Scalar)mixed[1]!).ToInt64());
        Assert.Equal("seven", mixed[2]);
        Assert.Equal(3, ((Scalar[])((object?[])mixed[3]!)[1]!)[1].ToInt64());
        Assert.Equal(6, _values.invoke<Tensor[]>("six", ones(1)).Length);
    }

    [Fact]
    public void A_failure_is_told_in_one_line_with_its_reason()
    {
        Assert.Equal("fails: ValueError: one element, please", Message(() => _values.invoke("fails", ones(2))));
        Assert.Contains("both arguments to matmul need to be at least 1D", Message(() => _values.invoke("fails", tensor(1f))));
        Assert.Contains("missing value for argument 'b'", Message(() => _values.call(ones(1))));
        Assert.Contains("Expected at most 3 argument(s)", Message(() => _values.call(ones(1), ones(1), ones(1))));
        Assert.Contains("nothing", Message(() => _values.invoke("nothing")));
    }

    [Fact]
    public void Arguments_of_a_wrong_kind_are_refused()
    {
        Assert.Contains("Expected a value of type 'Tensor", Message(() => _values.call("a", ones(1))));
        Assert.Contains("not Thread", Assert.Throws<ArgumentException>(() => _values.call(Thread.CurrentThread, ones(1))).Message);
        var circle = new List<object?>();
        circle.Add(circle);
        Assert.Contains("may contain itself", Assert.Throws<ArgumentException>(() => _values.invoke("lists", circle, 1)).Message);
        Assert.Contains("expected Tensor, but the program returned a tuple (Tensor, Tensor)", Assert.Throws<InvalidCastException>(() =>
        {
            using var wrong = jit.load<Tensor, Tensor, Tensor>(ScriptFiles.PathOf("values.pt"));
            wrong.call(ones(1), ones(1));
        }).Message);
    }

    private static string Message(Action action) => Assert.Throws<TorchException>(action).Message;
}
