using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Jit;

/// <summary>Programs that Python saved.</summary>
public sealed class ScriptModuleTests
{
    [Fact]
    public void A_scripted_module_gives_pythons_output_and_gradients()
    {
        using var scope = NewDisposeScope();
        using var net = jit.load<Tensor, Tensor>(ScriptFiles.PathOf("net.pt"));
        var x = ScriptFiles.Tensor("x");
        TensorAssert.Close(ScriptFiles.Tensor("output"), net.call(x));
        net.forward(x).square().sum().backward();
        foreach (var (name, gradient) in ScriptFiles.Tensors("gradients")) TensorAssert.Close(gradient, net.get_parameter(name)!.grad!);
    }

    [Fact]
    public void A_traced_module_gives_pythons_output()
    {
        using var scope = NewDisposeScope();
        using var traced = jit.load(ScriptFiles.PathOf("traced.pt"));
        TensorAssert.Close(ScriptFiles.Tensor("traced"), (Tensor)traced.call(ScriptFiles.Tensor("image")));
    }

    [Fact]
    public void Parameters_buffers_and_children_have_pythons_names()
    {
        using var net = jit.load(ScriptFiles.PathOf("net.pt"));
        Assert.Equal(["first.weight", "first.bias", "norm.weight", "norm.bias", "second.weight", "second.bias"], net.named_parameters().Select(entry => entry.name));
        Assert.Equal(["norm.running_mean", "norm.running_var", "norm.num_batches_tracked"], net.named_buffers().Select(entry => entry.name));
        Assert.Equal(["first", "norm", "second", "tied", "drop"], net.named_children().Select(entry => entry.name));
        Assert.Equal(ScriptFiles.Tensors("trained").Keys.Order(), net.state_dict().Keys.Order());
        Assert.All(net.parameters(), parameter => Assert.True(parameter.requires_grad && parameter.is_leaf));
        Assert.Equal((1, 1), (net.GetNumberOfInputs(), net.GetNumberOfOutputs()));
    }

    [Fact]
    public void An_optimizer_trains_a_loaded_module_as_python_does()
    {
        using var scope = NewDisposeScope();
        using var net = jit.load<Tensor, Tensor>(ScriptFiles.PathOf("net.pt"));
        net.train();
        ((nn.Module)net.named_children().Single(entry => entry.name == "drop").module).eval();
        using var optimizer = optim.SGD(net.parameters(), 0.1);
        for (var step = 0; step < 3; step++)
        {
            optimizer.zero_grad();
            net.call(ScriptFiles.Tensor("x")).square().mean().backward();
            optimizer.step();
        }
        var state = net.state_dict();
        foreach (var (name, expected) in ScriptFiles.Tensors("trained")) TensorAssert.Close(expected, state[name].detach(), rtol: 1e-4);
    }

    [Fact]
    public void Training_mode_reaches_every_part_of_the_program()
    {
        using var scope = NewDisposeScope();
        using var net = jit.load<Tensor, Tensor>(ScriptFiles.PathOf("net.pt"));
        Assert.False(net.training);
        net.train();
        Assert.True(net.training);
        Assert.All(net.modules(), module => Assert.True(module.training));
        Assert.Contains(net.call(ones(200, 3)).data<float>().ToArray(), value => value == 0);
        net.eval();
        Assert.DoesNotContain(net.call(ones(200, 3)).data<float>().ToArray(), value => value == 0);
    }

    [Fact]
    public void Weights_are_loaded_and_copied_like_those_of_any_module()
    {
        using var scope = NewDisposeScope();
        using var net = jit.load<Tensor, Tensor>(ScriptFiles.PathOf("net.pt"));
        using var other = jit.load<Tensor, Tensor>(ScriptFiles.PathOf("net.pt"));
        using (no_grad()) foreach (var parameter in net.parameters()) parameter.fill_(0.5);
        other.load_state_dict(net.state_dict());
        TensorAssert.Same(net.call(ones(2, 3)), other.call(ones(2, 3)));
    }

    [Fact]
    public void A_module_moves_to_another_dtype_with_its_program()
    {
        using var scope = NewDisposeScope();
        using var net = jit.load<Tensor, Tensor>(ScriptFiles.PathOf("net.pt"));
        net.to(ScalarType.Float64);
        TensorAssert.Close(ScriptFiles.Tensor("output").to(ScalarType.Float64), net.call(ScriptFiles.Tensor("x").to(ScalarType.Float64)), rtol: 1e-4);
    }

    [Fact]
    public void A_loaded_module_can_be_a_part_of_another()
    {
        using var scope = NewDisposeScope();
        using var whole = new Whole();
        Assert.Equal(8, whole.parameters().Count());
        Assert.Contains("script.first.weight", whole.state_dict().Keys);
        Assert.Equal([2, 1], whole.call(ones(2, 3)).shape);
    }

    [Fact]
    public void A_saved_module_comes_back_with_its_new_weights()
    {
        using var scope = NewDisposeScope();
        using var net = jit.load<Tensor, Tensor>(ScriptFiles.PathOf("net.pt"));
        using (no_grad()) foreach (var parameter in net.parameters()) parameter.mul_(2);
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            jit.save(net, path);
            using var again = jit.load<Tensor, Tensor>(path, "cpu");
            TensorAssert.Same(net.call(ones(2, 3)), again.call(ones(2, 3)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Buffers_that_the_program_replaces_are_the_modules_new_buffers()
    {
        using var scope = NewDisposeScope();
        using var values = jit.load(ScriptFiles.PathOf("values.pt"));
        var before = values.get_buffer("calls")!;
        for (var i = 0; i < 3; i++) values.call(ones(1), ones(1));
        Assert.Equal(3, values.get_buffer("calls")!.item<long>());
        Assert.Same(before, values.get_buffer("calls"));
        Assert.Equal(3, values.state_dict()["calls"].item<long>());
    }

    [Fact]
    public void A_disposed_module_is_an_exception_and_frees_everything()
    {
        var count = LivingTensors.Settled();
        var net = jit.load<Tensor, Tensor>(ScriptFiles.PathOf("net.pt"));
        Assert.True(Tensor.TotalCount > count);
        net.Dispose();
        net.Dispose();
        Assert.Equal(count, Tensor.TotalCount);
        using var x = ones(1, 3);
        Assert.Throws<ObjectDisposedException>(() => net.call(x));
    }

    private sealed class Whole : nn.Module<Tensor, Tensor>
    {
        private readonly jit.ScriptModule<Tensor, Tensor> script = jit.load<Tensor, Tensor>(ScriptFiles.PathOf("net.pt"));
        private readonly Linear last = nn.Linear(4, 1);

        public Whole() : base(nameof(Whole)) => RegisterComponents();

        public override Tensor forward(Tensor input) => last.call(script.call(input));
    }
}
