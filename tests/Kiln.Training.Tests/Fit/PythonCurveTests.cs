using System.Text.Json;
using Kiln.Weights;
using static Kiln.Training.Layers;
using static Kiln.Training.Tests.Fit.TestRuns;
using static TorchSharp.torch;

namespace Kiln.Training.Tests.Fit;

/// <summary>The same weights, data order and optimiser give the same curve in Python; the fixture and its script lie in golden/.</summary>
public sealed class PythonCurveTests : IDisposable
{
    private static readonly JsonElement Golden = GoldenFile.Read("Fit/golden/loss_curves.json");
    private static readonly TrainOptions Shared = new() { Epochs = 20, Batch = 32, Seed = 7, Threads = 1 };

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, TrainOptions> Cases => new()
    {
        { "sgd", Shared with { Optimizer = "sgd", Lr = 0.05, Momentum = 0.9 } },
        { "adam", Shared with { Optimizer = "adam", Lr = 0.005 } },
        { "adamw", Shared with { Optimizer = "adamw", Lr = 0.005, WeightDecay = 0.1 } },
        { "rmsprop", Shared with { Optimizer = "rmsprop", Lr = 0.002 } },
        { "onecycle", Shared with { Optimizer = "sgd", Lr = 0.1, Momentum = 0.9, Schedule = "onecycle" } },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Two_hundred_steps_have_the_losses_of_pytorch(string name, TrainOptions options)
    {
        using DataSet data = DataSet.FromArrays(
            "golden", [.. Golden.GetProperty("inputs").Numbers().Select(value => (float)value)], [8],
            [.. Golden.GetProperty("targets").EnumerateArray().Select(value => value.GetInt64())], ["a", "b", "c"],
            new DataOptions { Split = "100/0/0", Normalize = false });
        var model = new ModelDefinition("golden", "golden", c => LayerStack.Build([Linear(16), ReLU(), Linear(c.Classes)], c.InputShape));
        TrainingJob job = new() { Model = model, Data = data, Options = options, Weights = WeightSource.File(WeightsOf(name)) };

        (TrainingResult result, List<TrainingEvent> events) = await Run(job);

        Assert.Equal(TrainingOutcome.Finished, result.Outcome);
        double[] expected = Golden.GetProperty("curves").GetProperty(name).Numbers(), got = Losses(events);
        Assert.Equal(200, got.Length);
        double largest = expected.Zip(got, (a, b) => Math.Abs(a - b)).Max();
        Assert.True(largest <= 1e-4, FormattableString.Invariant($"{name}: the curves differ by up to {largest}"));
    }

    public void Dispose() => _folder.Dispose();

    private string WeightsOf(string name)
    {
        using var scope = NewDisposeScope();
        var weights = Golden.GetProperty("weights").EnumerateObject().ToDictionary(entry => entry.Name, entry => Weight(entry.Name, entry.Value));
        string path = _folder.File(name + ".safetensors");
        Safetensors.Save(path, weights);
        return path;
    }

    private static Tensor Weight(string name, JsonElement values)
    {
        float[] numbers = [.. values.Numbers().Select(value => (float)value)];
        return name switch
        {
            "0.weight" => tensor(numbers, [16, 8]),
            "2.weight" => tensor(numbers, [3, 16]),
            _ => tensor(numbers, [numbers.LongLength]),
        };
    }
}
