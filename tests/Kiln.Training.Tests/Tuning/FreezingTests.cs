using static Kiln.Training.Layers;
using static Kiln.Training.Tests.Fit.TestRuns;
using static TorchSharp.torch;

namespace Kiln.Training.Tests.Tuning;

public class FreezingTests
{
    private static readonly ModelDefinition Net = new("net", "net", c => LayerStack.Build([Linear(8), BatchNorm1d(), ReLU(), Linear(6), ReLU(), Linear(c.Classes)], c.InputShape));

    [Theory]
    [InlineData("0", "0.weight 0.bias")]
    [InlineData("0.weight", "0.weight")]
    [InlineData("0, 3.b*", "0.weight 0.bias 3.bias")]
    [InlineData("?.weight", "0.weight 1.weight 3.weight 5.weight")]
    [InlineData("body", "0.weight 0.bias 1.weight 1.bias 1.running_mean 1.running_var 1.num_batches_tracked 3.weight 3.bias")]
    public async Task Weights_that_a_pattern_names_stay_as_they_are(string pattern, string expected)
    {
        using DataSet data = Clouds();
        Dictionary<string, byte[]> start = Bits(ModelBuilder.Build(Net, data.InputShape, data.Classes).Module);
        (TrainingResult result, _) = await Run(Job(data, Net, new TrainOptions { Epochs = 1, Batch = 32, Lr = 0.01, Freeze = pattern }));
        Assert.Equal(TrainingOutcome.Finished, result.Outcome);
        Dictionary<string, byte[]> end = Bits(result.Module!);
        Assert.Equal(expected.Split(' ').Order(), start.Keys.Where(name => start[name].SequenceEqual(end[name])).Order());
        Assert.All(result.Module!.parameters(), weight => Assert.True(weight.requires_grad));
    }

    [Theory]
    [InlineData("conv*", "Freeze 'conv*': no weight has such a name. Weights: 0.weight, 0.bias, 1.weight, 1.bias, 3.weight, 3.bias, 5.weight, 5.bias. A name of a layer means all its weights, and * any letters.")]
    [InlineData("*", "Freeze '*': it leaves no weight to train. Weights: 0.weight, 0.bias, 1.weight, 1.bias, 3.weight, 3.bias, 5.weight, 5.bias. Leave at least the last layer out.")]
    public async Task A_pattern_that_makes_no_sense_is_refused(string pattern, string message)
    {
        using DataSet data = Clouds();
        (TrainingResult result, _) = await Run(Job(data, Net, new TrainOptions { Freeze = pattern }));
        Assert.Equal((TrainingOutcome.Failed, message), (result.Outcome, result.Reason));
    }

    [Fact]
    public void Layers_of_a_wrapped_stack_are_groups()
    {
        using var wrapped = new Wrapping();
        Assert.Equal(["net.0", "net.2"], LayerGroups.Of(wrapped).Select(group => group.Name));
        using var one = nn.Sequential(("fc", nn.Linear(2, 3)));
        Assert.Equal(["fc"], LayerGroups.Of(one).Select(group => group.Name));
    }

    private sealed class Wrapping : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> net = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1));

        public Wrapping() : base(nameof(Wrapping)) => RegisterComponents();

        public override Tensor forward(Tensor input) => net.call(input);
    }
}
