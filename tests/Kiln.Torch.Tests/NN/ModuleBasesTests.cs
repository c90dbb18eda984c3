using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Kiln.Torch.Tests.NN;

/// <summary>Modules of one to six inputs, and what users derive from them.</summary>
public sealed class ModuleBasesTests
{
    private sealed class One() : Module<int, string>("One")
    {
        public override string forward(int input) => $"{input}";
    }

    private sealed class Two() : Module<int, int, string>("Two")
    {
        public override string forward(int input1, int input2) => $"{input1}{input2}";
    }

    private sealed class Three() : Module<int, int, int, string>("Three")
    {
        public override string forward(int input1, int input2, int input3) => $"{input1}{input2}{input3}";
    }

    private sealed class Four() : Module<int, int, int, int, string>("Four")
    {
        public override string forward(int input1, int input2, int input3, int input4) => $"{input1}{input2}{input3}{input4}";
    }

    private sealed class Five() : Module<int, int, int, int, int, string>("Five")
    {
        public override string forward(int input1, int input2, int input3, int input4, int input5) => $"{input1}{input2}{input3}{input4}{input5}";
    }

    private sealed class Six() : Module<int, int, int, int, int, int, string>("Six")
    {
        public override string forward(int input1, int input2, int input3, int input4, int input5, int input6) => $"{input1}{input2}{input3}{input4}{input5}{input6}";
    }

    [Fact]
    public void Modules_of_one_to_six_inputs_are_called_alike()
    {
        IModule<int, string> one = new One();
        IModule<int, int, string> two = new Two();
        IModule<int, int, int, int, int, int, string> six = new Six();
        Assert.Equal(["1", "12", "123", "1234", "12345", "123456"],
            [one.call(1), two.call(1, 2), new Three().call(1, 2, 3), new Four().call(1, 2, 3, 4), new Five().call(1, 2, 3, 4, 5), six.call(1, 2, 3, 4, 5, 6)]);
    }

    [Fact]
    public void Hooks_change_the_inputs_and_the_output_of_every_kind_of_module()
    {
        var two = new Two();
        two.register_forward_pre_hook((_, a, b) => (b, a));
        two.register_forward_hook((_, a, b, output) => $"{a}{b}:{output}");
        Assert.Equal("21:21", two.call(1, 2));
        var three = new Three();
        three.register_forward_pre_hook((_, a, b, c) => (c, b, a));
        Assert.Equal("321", three.call(1, 2, 3));
        var four = new Four();
        four.register_forward_hook((_, _, _, _, _, output) => output + "!");
        Assert.Equal("1234!", four.call(1, 2, 3, 4));
        var five = new Five();
        five.register_forward_pre_hook((_, a, b, c, d, e) => (e, d, c, b, a));
        Assert.Equal("54321", five.call(1, 2, 3, 4, 5));
        var six = new Six();
        six.register_forward_pre_hook((_, _, _, _, _, _, _) => null);
        six.register_forward_hook((_, _, _, _, _, _, _, _) => null!);
        Assert.Equal("123456", six.call(1, 2, 3, 4, 5, 6));
    }

    [Fact]
    public void Observers_run_in_turn_with_other_hooks_until_they_are_removed()
    {
        var seen = new List<string>();
        var module = new One();
        var first = module.register_forward_pre_hook(m => seen.Add("before " + m.GetName()));
        module.register_forward_pre_hook((_, input) => input + 1);
        var last = module.register_forward_hook(m => seen.Add("after " + m.GetName()));
        Assert.Equal("2", module.call(1));
        Assert.Equal("1", module.forward(1));
        first.remove();
        last.remove();
        last.remove();
        module.call(1);
        Assert.Equal(["before One", "after One"], seen);
    }

    private class Parent : Module<Tensor, Tensor>
    {
        private readonly Linear hidden = Linear(2, 2);
        protected readonly Parameter shared = Parameter(ones(1));
        private readonly Tensor? nothing;

        protected Parent() : base("Parent") => nothing = null;

        public override Tensor forward(Tensor input) => nothing ?? hidden.call(input) * shared;
    }

    private sealed class Child : Parent
    {
        private readonly Linear own = Linear(2, 2);

        public Child() => RegisterComponents();

        public override Tensor forward(Tensor input) => own.call(base.forward(input));
    }

    [Fact]
    public void Private_fields_of_base_classes_are_registered_too()
    {
        using var scope = NewDisposeScope();
        using var child = new Child();
        Assert.Equal(["shared", "own.weight", "own.bias", "hidden.weight", "hidden.bias"], child.named_parameters().Select(entry => entry.name));
        Assert.Equal([1, 2], child.call(ones(1, 2)).shape);
    }

    private sealed class Nameless : ParameterLessModule<Tensor, Tensor>
    {
        public Nameless(nint handle = 0, nint boxedHandle = 0) : base(handle, boxedHandle)
        {
        }

        public override Tensor forward(Tensor input) => input;
    }

    private sealed class NamelessTwo(nint handle, nint boxedHandle) : Module<int, int, int>(handle, boxedHandle)
    {
        public override int forward(int input1, int input2) => input1 + input2;
    }

    [Fact]
    public void A_module_without_a_native_twin_has_the_name_of_its_class_and_refuses_handles()
    {
        Assert.Equal("Nameless", new Nameless().GetName());
        Assert.Equal("NamelessTwo", new NamelessTwo(0, 0).GetName());
        Assert.Contains("Modules live in C# only", Assert.Throws<NotSupportedException>(() => new Nameless(1)).Message);
    }

    [Fact]
    public void A_module_without_components_refuses_them()
    {
        using var scope = NewDisposeScope();
        var module = new Nameless();
        Assert.Throws<InvalidOperationException>(() => module.register_buffer("a", ones(1), persistent: true));
        Assert.Throws<InvalidOperationException>(() => module.register_parameter("a", Parameter(ones(1), requires_grad: false)));
        Assert.Throws<InvalidOperationException>(() => module.register_module("a", Identity()));
    }

    private sealed class Counting : Module<Tensor, Tensor>
    {
        public Counting() : base("Counting")
        {
            register_buffer("kept", ones(2));
            register_buffer("fleeting", zeros(3), persistent: false);
            register_parameter("scale", Parameter(ones(1)));
            add_module("inner", BatchNorm1d(2));
            register_module("tied", this.children().First());
        }

        public int Disposals { get; private set; }

        public override Tensor forward(Tensor input) => input;

        protected override void Dispose(bool disposing)
        {
            Disposals++;
            base.Dispose(disposing);
        }
    }

    [Fact]
    public void Components_are_found_by_dotted_names()
    {
        using var module = new Counting();
        Assert.True(module.has_buffer("kept") && module.has_buffer("inner.running_mean") && !module.has_buffer("inner.nothing") && !module.has_buffer("no.such"));
        Assert.True(module.has_parameter("inner.weight") && !module.has_parameter("weight"));
        Assert.Null(module.get_buffer("scale"));
        Assert.NotNull(module.get_parameter("scale"));
        Assert.Same(module.get_parameter("inner.bias"), module.get_parameter("tied.bias"));
    }

    [Fact]
    public void Buffers_are_listed_once_and_fleeting_ones_on_demand()
    {
        using var module = new Counting();
        Assert.Equal(["kept", "fleeting", "inner.running_mean", "inner.running_var", "inner.num_batches_tracked"], module.named_buffers().Select(entry => entry.name));
        Assert.Equal(["kept", "fleeting"], module.named_buffers(recurse: false).Select(entry => entry.name));
        Assert.Equal(4, module.buffers(recurse: true, include_nonpersistent: false).Count());
        Assert.Single(module.parameters(recurse: false));
        Assert.DoesNotContain("fleeting", module.state_dict().Keys);
    }

    [Fact]
    public void A_state_dict_is_added_to_another_one_under_a_prefix()
    {
        using var module = Linear(1, 1);
        var state = new Dictionary<string, Tensor>();
        Assert.Same(state, module.state_dict(destination: state, prefix: "head"));
        Assert.Equal(["head.weight", "head.bias"], state.Keys);
    }

    [Fact]
    public void Dispose_may_be_overridden_and_frees_the_tree()
    {
        var module = new Counting();
        module.Dispose();
        Assert.Equal(1, module.Disposals);
        Assert.All(module.state_dict().Values, tensor => Assert.True(tensor.IsInvalid));
    }

    [Fact]
    public void Gradients_are_cleared_to_nothing_or_to_zeros()
    {
        using var scope = NewDisposeScope();
        using var layer = Linear(2, 1);
        layer.call(ones(1, 2)).backward();
        layer.zero_grad(set_to_none: false);
        Assert.Equal([0f, 0f], layer.weight.grad!.data<float>().ToArray());
        layer.zero_grad();
        Assert.Null(layer.weight.grad);
    }

    [Fact]
    public void Moves_return_the_module_itself_with_its_own_type()
    {
        using var scope = NewDisposeScope();
        using var layer = Linear(2, 1);
        Linear same = layer.to(CPU).to(CPU, ScalarType.Float64).to(DeviceType.CPU).to("cpu").to(zeros(1)).cpu().@double().@float();
        Assert.Same(layer, same);
        Assert.Equal(ScalarType.Float32, layer.weight.dtype);
        Assert.Equal(ScalarType.Float16, layer.half().weight.dtype);
        Assert.Equal(ScalarType.BFloat16, layer.bfloat16().weight.dtype);
        Assert.Same(layer, layer._to(zeros(1, dtype: ScalarType.Float64), non_blocking: false));
        Assert.Equal(ScalarType.ComplexFloat32, layer.cfloat().weight.dtype);
        Assert.Equal(ScalarType.ComplexFloat64, layer.cdouble().weight.dtype);
    }

    [Fact]
    public void Weights_cannot_become_integers()
    {
        using var layer = Linear(2, 1);
        Action[] moves = [() => layer.@byte(), () => layer.@char(), () => layer.@short(), () => layer.@int(), () => layer.@long(), () => layer.@bool(), () => layer.to(ScalarType.Int32)];
        Assert.All(moves, move => Assert.Contains("weights cannot be integers", Assert.Throws<ArgumentException>(move).Message));
    }

    [Fact]
    public void A_device_that_is_not_there_is_refused_by_name()
    {
        using var layer = Linear(2, 1);
        Assert.Contains("CUDA is not available", Assert.Throws<InvalidOperationException>(() => layer.cuda()).Message);
        Assert.Contains("CUDA is not available", Assert.Throws<InvalidOperationException>(() => layer.cuda(deviceIndex: 0)).Message);
    }

    [Fact]
    public void A_gradient_follows_its_parameter_to_another_type()
    {
        using var scope = NewDisposeScope();
        using var layer = Linear(2, 1);
        layer.call(ones(1, 2)).backward();
        layer.@double();
        Assert.Equal(ScalarType.Float64, layer.weight.grad!.dtype);
        layer.call(ones([1, 2], dtype: ScalarType.Float64)).backward();
        Assert.Equal([2.0, 2.0], layer.weight.grad!.data<double>().ToArray());
    }
}
