using static Kiln.Training.Layers;
using static TorchSharp.torch;

namespace Kiln.Training.Tests.Models;

public class LayerGroupsTests
{
    [Fact]
    public void A_residual_block_adds_its_input()
    {
        using nn.Module<Tensor, Tensor> stack = LayerStack.Build([Residual(Identity(), Identity())], [3]);
        using var scope = NewDisposeScope();
        Assert.Equal([2f, 4, 6], stack.call(tensor(new float[] { 1, 2, 3 }, 1, 3)).data<float>().ToArray());
    }

    [Fact]
    public void Each_repetition_has_weights_of_its_own()
    {
        using nn.Module<Tensor, Tensor> stack = LayerStack.Build([Repeat(2, Linear(4), ReLU())], [4]);
        Assert.Equal(["0.0.weight", "0.0.bias", "0.2.weight", "0.2.bias"], stack.named_parameters().Select(weight => weight.name));
        using Tensor same = stack.state_dict()["0.0.weight"].eq(stack.state_dict()["0.2.weight"]).all();
        Assert.False(same.item<bool>());
    }

    [Fact]
    public void A_module_made_already_is_not_repeated() =>
        Assert.StartsWith("Repeat: Linear is a module made already, and all 3 places would share its weights.",
            Assert.Throws<ModelException>(() => Repeat(3, nn.Linear(4, 4))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_layer_of_a_group_is_named_by_its_place_and_line() =>
        Assert.Equal("Conv2d (layer 2.1.2, line 8): expected a picture (channels, height, width), got (144). Put it before Flatten() and Linear, or Unflatten the vector first.",
            Refused([Conv2d(4, 3, line: 2), Sequential(Residual(Flatten(line: 7), Conv2d(4, 3, line: 8)))], [1, 8, 8]));

    [Fact]
    public void A_branch_that_no_projection_can_follow_is_refused() =>
        Assert.Equal("Residual (layer 1, line 4): its layers make (64) of (1, 8, 8), and nothing brings the input to that shape. "
            + "Let them keep the shape (padding: \"same\"), change the channels only, or shrink height and width by a stride.",
            Refused([Residual(Flatten(line: 4))], [1, 8, 8]));

    [Fact]
    public void An_empty_group_is_refused() =>
        Assert.Equal("Residual: expected at least one layer, got none. Write the layers between its brackets.",
            Assert.Throws<ModelShapeException>(() => Residual()).Message);

    [Fact]
    public void A_summary_lists_the_layers_of_groups_below_their_heading()
    {
        using nn.Module<Tensor, Tensor> stack = LayerStack.Build([Flatten(), Residual(Linear(6), ReLU()), Linear(3)], [4]);
        ModelSummary summary = ModelSummary.Of(stack, [4]);
        Assert.Equal(["1 Flatten", "2 Residual", "2.1 Linear", "2.2 ReLU", "2.shortcut Linear", "3 Linear"], summary.Rows.Select(row => $"{row.Name} {row.Kind}"));
        Assert.Equal([0, 0, 1, 1, 1, 0], summary.Rows.Select(row => row.Depth));
        Assert.Equal([0, 0, 30, 0, 24, 21], summary.Rows.Select(row => row.Parameters));
        Assert.Equal(75, summary.Parameters);
        Assert.Equal(24 + 24 + 18, summary.MultiplyAdds);
    }

    private static string Refused(IEnumerable<Layer> layers, long[] inputShape) =>
        Assert.Throws<ModelShapeException>(() => LayerStack.Build(layers, inputShape)).Message;
}
