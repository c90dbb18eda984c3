using TorchSharp;
using static Kiln.Training.Layers;
using static TorchSharp.torch;

namespace Kiln.Training.Tests.Models;

public class LayerStackTests
{
    [Fact]
    public void Input_sizes_are_inferred_from_the_layer_before()
    {
        using nn.Module<Tensor, Tensor> lenet = LayerStack.Build(
        [
            Conv2d(6, 5, padding: 2), BatchNorm2d(), ReLU(), MaxPool2d(2),
            Conv2d(16, 5), ReLU(), MaxPool2d(2), Flatten(),
            Linear(120), Dropout(0.5), ReLU(), Linear(10),
        ], [1, 28, 28]);
        using var scope = NewDisposeScope();
        Assert.Equal([3, 10], lenet.call(zeros(3, 1, 28, 28)).shape);
        Assert.Equal([120, 400], lenet.state_dict()["8.weight"].shape);
        Assert.True(lenet.training);
        Assert.All(lenet.modules(), module => Assert.True(module.training));
    }

    [Fact]
    public void A_linear_layer_on_a_picture_names_layer_line_and_remedy()
    {
        Layer linear = Linear(120, line: 3);
        string message = Refused([Conv2d(16, 5, line: 1), ReLU(line: 1), MaxPool2d(2, line: 2), linear], [1, 28, 28]);
        Assert.Equal("Linear (layer 4, line 3): expected an input of (features), got (16, 12, 12). Put Flatten() before it.", message);
    }

    [Fact]
    public void The_line_comes_from_the_compiler()
    {
#line 41
        Layer layer = Linear(10);
#line default
        Assert.Equal(("Linear", 41), (layer.Kind, layer.Line));
    }

    [Fact]
    public void A_convolution_after_flatten_names_the_remedy() =>
        Assert.Equal("Conv2d (layer 2, line 9): expected a picture (channels, height, width), got (784). "
            + "Put it before Flatten() and Linear, or Unflatten the vector first.", Refused([Flatten(), Conv2d(6, 5, line: 9)], [1, 28, 28]));

    [Fact]
    public void A_kernel_larger_than_the_picture_is_refused() =>
        Assert.Equal("Conv2d (layer 2, line 2): expected height and width of at least 5, got (6, 4, 4). "
            + "Use a smaller kernel or more padding, or pool less before it.", Refused([Conv2d(6, 5, line: 1), Conv2d(6, 5, line: 2)], [1, 8, 8]));

    [Fact]
    public void A_pool_larger_than_the_picture_is_refused() =>
        Assert.StartsWith("MaxPool2d (layer 1, line 1): expected height and width of at least 9, got (1, 8, 8).", Refused([MaxPool2d(9, line: 1)], [1, 8, 8]), StringComparison.Ordinal);

    [Fact]
    public void Groups_that_do_not_divide_the_channels_are_refused() =>
        Assert.Contains("groups: 4 to divide both 3 channels in and 8 out", Refused([Conv2d(8, 3, groups: 4)], [3, 8, 8]), StringComparison.Ordinal);

    [Fact]
    public void A_layer_without_outputs_is_refused() =>
        Assert.Equal("Linear (layer 1, line 5): expected outFeatures of at least 1, got 0.", Refused([Linear(0, line: 5)], [4]));

    [Fact]
    public void No_layer_at_all_is_refused() => Assert.StartsWith("A model needs at least one layer", Refused([], [4]), StringComparison.Ordinal);

    [Fact]
    public void Any_module_is_a_layer()
    {
        using nn.Module<Tensor, Tensor> stack = LayerStack.Build([Linear(8), new Doubling(), nn.Tanh(), Linear(3)], [4]);
        using var scope = NewDisposeScope();
        Assert.Equal([2, 3], stack.call(zeros(2, 4)).shape);
    }

    [Fact]
    public void A_module_that_folds_the_batch_away_is_refused() =>
        Assert.Contains("Flatten (layer 1): expected an output (N, *) for 2 examples of shape (4, 4), got (32)",
            Refused([nn.Flatten(0)], [4, 4]), StringComparison.Ordinal);

    [Fact]
    public void A_module_that_throws_is_named_with_its_exception()
    {
        var problem = Assert.Throws<ModelException>(() => LayerStack.Build([Linear(4), new Throwing()], [4]));
        Assert.Equal("Throwing (layer 2) failed on a trial batch of shape (2, 4): InvalidOperationException: not today", problem.Message);
        Assert.IsType<InvalidOperationException>(problem.InnerException);
    }

    private static string Refused(IEnumerable<Layer> layers, long[] inputShape) =>
        Assert.Throws<ModelShapeException>(() => LayerStack.Build(layers, inputShape)).Message;

    private sealed class Doubling() : nn.Module<Tensor, Tensor>(nameof(Doubling))
    {
        public override Tensor forward(Tensor input) => input * 2;
    }

    private sealed class Throwing() : nn.Module<Tensor, Tensor>(nameof(Throwing))
    {
        public override Tensor forward(Tensor input) => throw new InvalidOperationException("not today\nsecond line");
    }
}
