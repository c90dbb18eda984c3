using System.Text.RegularExpressions;
using Kiln.Training;

namespace Kiln.Tests;

[Collection("lab")]
public sealed partial class EpochLinesTests : IDisposable
{
    private readonly LabFixture _lab = new();
    private readonly StringWriter _output = new();

    public EpochLinesTests()
    {
        LabFixture.Define("mlp", 8);
        _lab.Workspace.Display = new TextDisplay(_output);
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task A_run_is_a_line_for_its_start_one_for_each_epoch_and_one_for_its_end()
    {
        var run = await Lab.Train("mlp", "digits", new TrainOptions { Epochs = 2 });
        Assert.Equal($"""
            run {run.Id}: mlp on digits, 610 parameters, seed 0
            epoch 1/2  train loss 0.0000  val loss 0.0000  val accuracy 0.0000  0.0 s  best
            epoch 2/2  train loss 0.0000  val loss 0.0000  val accuracy 0.0000  0.0 s  best
            finished, best epoch 2, test accuracy 0.0000, test loss 0.0000, 0.0 s

            """, Measured().Replace(_output.ToString(), match => match.Value.Contains(" s", StringComparison.Ordinal) ? "0.0 s" : "0.0000"));
    }

    [Fact]
    public async Task A_failed_run_says_why()
    {
        await Assert.ThrowsAsync<LabException>(() => Lab.Train("mlp", "digits", new TrainOptions { Epochs = 9, Lr = 1e30, Optimizer = "sgd" }));
        Assert.Matches(@"\nfailed, [\d.]+ s: The .*loss became .* Lower the learning rate", _output.ToString());
    }

    [Fact]
    public async Task A_search_is_a_line_for_each_trial()
    {
        await Lab.Search("grid", "mlp", new SearchOptions { Space = "lr={0.001,0.01}", Trials = 2, Train = new TrainOptions { Epochs = 1 } }, "digits");
        Assert.Matches(@"^trial 1/2  lr=0.001  val accuracy 0\.\d{4}  [\d.]+ s\ntrial 2/2  lr=0.01  .*\nbest: trial 2/2", _output.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task What_a_trial_chose_is_told_in_the_order_of_the_space()
    {
        const string space = "weight-decay={0} lr={0.01} momentum={0.9} optimizer={sgd} batch={32} l1={0}";
        await Lab.Search("grid", "mlp", new SearchOptions { Space = space, Trials = 1, Train = new TrainOptions { Epochs = 1 }, RetrainWinner = false }, "digits");
        Assert.Contains(space.Replace("{", "").Replace("}", ""), _output.ToString());
    }

    [GeneratedRegex(@"\d+\.\d{4}|\d+\.\d s")]
    private static partial Regex Measured();
}
