using static Kiln.Training.Layers;
using static TorchSharp.torch;

namespace Kiln.Training.Tests.Models;

public class SummaryTests
{
    [Theory]
    [InlineData("transposed", 8 * 7 * 7 * 4 * 16)]
    [InlineData("grouped", 8 * 5 * 5 * 2 * 9)]
    [InlineData("attention", 5 * 4 * 12 + 2 * 5 * 5 * 4 + 5 * 4 * 4)]
    [InlineData("lstm", 5 * 4 * 7 * (4 + 7))]
    [InlineData("two directions", 2 * 5 * 3 * 7 * (4 + 7))]
    [InlineData("linear on steps", 5 * 4 * 3)]
    public void Multiply_adds_are_those_of_one_example(string kind, long expected)
    {
        (Layer layer, long[] input) = kind switch
        {
            "transposed" => (ConvTranspose2d(4, 4, stride: 2, padding: 1), new long[] { 8, 7, 7 }),
            "grouped" => (Conv2d(8, 3, groups: 4), [8, 7, 7]),
            "attention" => (MultiheadAttention(2), [5, 4]),
            "lstm" => (LSTM(7), [5, 4]),
            "two directions" => (GRU(7, bidirectional: true), [5, 4]),
            _ => (Linear(3), [5, 4]),
        };
        using nn.Module<Tensor, Tensor> stack = LayerStack.Build([layer], input);
        Assert.Equal(expected, ModelSummary.Of(stack, input).MultiplyAdds);
    }

    [Fact]
    public void A_table_lookup_costs_no_multiplication()
    {
        using LayerStack stack = LayerStack.Build([Embedding(8)], new ExampleForm([5], true, 11));
        ModelSummary summary = ModelSummary.Of(stack, new ExampleForm([5], true, 11));
        Assert.Equal((0, 88), (summary.MultiplyAdds, summary.Parameters));
        Assert.Equal([5, 8], summary.OutputShape);
    }

    [Fact]
    public void Recurrent_layers_of_a_module_of_the_users_own_count_too()
    {
        using var module = new StepsFirst();
        ModelSummary summary = ModelSummary.Of(module, [5, 4]);
        Assert.Equal(5 * 4 * 7 * (4 + 7) + 7 * 3, summary.MultiplyAdds);
    }

    [Fact]
    public void Memory_is_that_of_weights_gradients_means_and_outputs()
    {
        using nn.Module<Tensor, Tensor> stack = LayerStack.Build([Flatten(), Linear(5), ReLU(), BatchNorm1d(), Linear(3)], [2, 3]);
        ModelMemory memory = ModelSummary.Of(stack, [2, 3]).Memory;
        const long Trained = 6 * 5 + 5 + 10 + 5 * 3 + 3;
        Assert.Equal(4 * (Trained + 10) + 8, memory.ParameterBytes);
        Assert.Equal(3 * 4 * Trained, memory.OptimizerBytes);
        Assert.Equal(4 * (6 + 5 + 5 + 5 + 3), memory.ActivationBytes);
        Assert.Equal(memory.ParameterBytes + memory.OptimizerBytes + 64 * memory.ActivationBytes, memory.Training(64));
    }

    [Fact]
    public void Frozen_weights_are_told_apart()
    {
        using nn.Module<Tensor, Tensor> stack = LayerStack.Build([Linear(5), ReLU(), Linear(3)], [4]);
        foreach (TorchSharp.Modules.Parameter weight in stack.parameters().Take(2)) weight.requires_grad = false;
        ModelSummary summary = ModelSummary.Of(stack, [4]);
        Assert.Equal((18, 25), (summary.Parameters, summary.Frozen));
        Assert.Equal([25, 0, 0], summary.Rows.Select(row => row.Frozen));
        Assert.EndsWith("18", summary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_critic_that_only_the_losses_call_has_its_shapes_too()
    {
        using var gan = new Gan([1, 4, 4], noise: 3, hidden: 8);
        ModelSummary summary = ModelSummary.Of(gan, [1, 4, 4]);
        Assert.All(summary.Rows, row => Assert.NotNull(row.OutputShape));
        Assert.Equal([1], summary.Rows[^1].OutputShape!.Value);
        Assert.Equal([1, 4, 4], summary.OutputShape);
        Assert.Equal(3 * 8 + 8 * 8 + 8 * 16 + 16 * 8 + 8 * 8 + 8, summary.MultiplyAdds);
    }

    /// <summary>An LSTM in torch's own order: steps before examples.</summary>
    private sealed class StepsFirst : nn.Module<Tensor, Tensor>
    {
        private readonly TorchSharp.Modules.LSTM _lstm = nn.LSTM(4, 7);
        private readonly TorchSharp.Modules.Linear _head = nn.Linear(7, 3);

        public StepsFirst() : base(nameof(StepsFirst)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            (Tensor steps, _, _) = _lstm.call(input.transpose(0, 1));
            return _head.call(steps[-1]);
        }
    }
}
