using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Autograd;

/// <summary>Operations whose backward pass is written in C#.</summary>
public class FunctionTests
{
    [Fact]
    public void The_gradients_are_those_of_the_operations_it_stands_for()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        Tensor x = randn([2, 3], float64), weight = randn([4, 3], float64);
        Tensor x1 = x.clone().requires_grad_(), w1 = weight.clone().requires_grad_();
        Tensor x2 = x.clone().requires_grad_(), w2 = weight.clone().requires_grad_();

        var result = Multiply.apply(x1, w1);
        result.sin().sum().backward();
        x2.mm(w2.t()).sin().sum().backward();

        TensorAssert.Close(x2.mm(w2.t()).detach(), result.detach());
        TensorAssert.Close(x2.grad!, x1.grad!);
        TensorAssert.Close(w2.grad!, w1.grad!);
    }

    [Fact]
    public void Second_derivatives_pass_through_the_backward_pass()
    {
        using var scope = NewDisposeScope();
        var x = tensor([2.0, 3.0], requires_grad: true);

        var first = autograd.grad([Cube.apply(x).sum()], [x], create_graph: true)[0];
        var second = autograd.grad([first.sum()], [x])[0];

        Assert.Equal([12.0, 27.0], first.data<double>().ToArray());
        Assert.Equal([12.0, 18.0], second.data<double>().ToArray());
    }

    [Fact]
    public void Several_results_each_have_their_gradient_and_other_arguments_none()
    {
        using var scope = NewDisposeScope();
        var x = tensor([1f, 2f], requires_grad: true);

        var results = SumAndScale.apply(x, 3.0);
        (results[0] + results[1].sum()).backward();

        Assert.Equal([4f, 4f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_result_without_gradient_gives_zeros_or_null()
    {
        using var scope = NewDisposeScope();
        var x = tensor([1f, 2f], requires_grad: true);

        SumAndScale.apply(x, 3.0)[0].backward();
        Assert.Equal([1f, 1f], x.grad!.data<float>().ToArray());
        SumAndScale.Materialize = false;
        Assert.Throws<NullReferenceException>(() => SumAndScale.apply(x, 3.0)[0].backward());
        SumAndScale.Materialize = true;
    }

    [Fact]
    public void Nothing_is_recorded_without_a_tensor_that_needs_it()
    {
        using var scope = NewDisposeScope();
        Assert.False(Cube.apply(ones(2)).requires_grad);
        using (no_grad()) Assert.False(Cube.apply(ones(2, requires_grad: true)).requires_grad);
    }

    [Fact]
    public void An_exception_in_the_backward_pass_reaches_its_caller()
    {
        using var scope = NewDisposeScope();
        var y = Failing.apply(ones(1, requires_grad: true));

        Assert.Equal("not today", Assert.Throws<NotSupportedException>(() => y.backward()).Message);
    }

    [Fact]
    public void A_wrong_number_of_gradients_is_told()
    {
        using var scope = NewDisposeScope();
        var y = Miscounting.apply(ones(1, requires_grad: true));

        Assert.Contains("returned 0 gradients, expected 1", Assert.Throws<InvalidOperationException>(() => y.backward()).Message);
    }

    [Fact]
    public void A_second_pass_over_a_freed_graph_is_refused()
    {
        using var scope = NewDisposeScope();
        var y = Cube.apply(ones(1, requires_grad: true));
        y.backward();

        Assert.Contains("second time", Assert.Throws<TorchException>(() => y.backward()).Message);
    }

    [Fact]
    public void An_input_changed_in_place_stays_one_tensor()
    {
        using var scope = NewDisposeScope();
        var x = tensor([2f], requires_grad: true);
        var y = x * 1;

        var doubled = DoubleInPlace.apply(y);
        doubled.backward();

        Assert.Equal(4f, y.item<float>());
        Assert.Equal(2f, x.grad!.item<float>());
    }

    [Fact]
    public void A_result_marked_as_constant_takes_no_part()
    {
        using var scope = NewDisposeScope();
        var results = WithIndices.apply(tensor([1f, 3f, 2f], requires_grad: true));

        Assert.True(results[0].requires_grad);
        Assert.False(results[1].requires_grad);
    }

    [Fact]
    public void A_tensor_is_not_kept_as_data() =>
        Assert.Contains("save_for_backward", Assert.Throws<ArgumentException>(() => KeepsTensor.apply(ones(1, requires_grad: true))).Message);

    [Fact]
    public void Thousands_of_operations_leave_nothing_behind()
    {
        var before = LivingTensors.Settled();
        for (var i = 0; i < 2000; i++)
        {
            using var scope = NewDisposeScope();
            Cube.apply(ones(10, requires_grad: true)).sum().backward();
        }
        Assert.Equal(before, Tensor.TotalCount);
    }

    private sealed class Multiply : autograd.SingleTensorFunction<Multiply>
    {
        public override string Name => nameof(Multiply);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            ctx.save_for_backward([(Tensor)vars[0], (Tensor)vars[1], null!]);
            return ((Tensor)vars[0]).mm(((Tensor)vars[1]).t());
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
        {
            var saved = ctx.get_saved_variables();
            Assert.Null(saved[2]);
            return [grad_output.mm(saved[1]), grad_output.t().mm(saved[0])];
        }
    }

    private sealed class Cube : autograd.SingleTensorFunction<Cube>
    {
        public override string Name => nameof(Cube);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            ctx.save_for_backward([(Tensor)vars[0]]);
            return ((Tensor)vars[0]).pow(3);
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) =>
            [grad_output * ctx.get_saved_variables()[0].square() * 3];
    }

    private sealed class SumAndScale : autograd.MultiTensorFunction<SumAndScale>
    {
        public static bool Materialize { get; set; } = true;

        public override string Name => nameof(SumAndScale);

        public override List<Tensor> forward(autograd.AutogradContext ctx, params object[] vars)
        {
            ctx.save_data("factor", vars[1]);
            ctx.set_materialize_grads(Materialize);
            return [((Tensor)vars[0]).sum(), (Tensor)vars[0] * (double)vars[1]];
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, List<Tensor> grad_outputs)
        {
            Assert.Equal(Materialize, ctx.MaterializeGrads);
            Assert.Null(ctx.get_data("nothing"));
            var scaled = grad_outputs[1]!;
            if (scaled is null) throw new NullReferenceException();
            return [grad_outputs[0] + scaled * (double)ctx.get_data("factor")!, null!];
        }
    }

    private sealed class Failing : autograd.SingleTensorFunction<Failing>
    {
        public override string Name => nameof(Failing);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars) => (Tensor)vars[0] * 2;

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => throw new NotSupportedException("not today");
    }

    private sealed class Miscounting : autograd.SingleTensorFunction<Miscounting>
    {
        public override string Name => nameof(Miscounting);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars) => (Tensor)vars[0] * 2;

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => [];
    }

    private sealed class DoubleInPlace : autograd.SingleTensorFunction<DoubleInPlace>
    {
        public override string Name => nameof(DoubleInPlace);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var input = (Tensor)vars[0];
            ctx.mark_dirty([input]);
            return input.mul_(2);
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => [grad_output * 2];
    }

    private sealed class WithIndices : autograd.MultiTensorFunction<WithIndices>
    {
        public override string Name => nameof(WithIndices);

        public override List<Tensor> forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var (values, indices) = ((Tensor)vars[0]).sort();
            ctx.mark_non_differentiable([indices]);
            return [values, indices];
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, List<Tensor> grad_outputs) => [grad_outputs[0]];
    }

    private sealed class KeepsTensor : autograd.SingleTensorFunction<KeepsTensor>
    {
        public override string Name => nameof(KeepsTensor);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            ctx.save_data("input", vars[0]);
            return (Tensor)vars[0];
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => [grad_output];
    }
}
