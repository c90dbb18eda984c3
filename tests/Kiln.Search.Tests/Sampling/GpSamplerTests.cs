using System.Text.Json;
using Kiln.Runs;

namespace Kiln.Search.Tests;

public class GpSamplerTests : SamplerContract
{
    protected override ISampler Sampler => new GpSampler();

    [Fact]
    public void Mean_and_deviation_are_those_of_scikit_learn()
    {
        using var golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden", "gp.json")));
        double[] Row(JsonElement element) => [.. element.EnumerateArray().Select(value => value.GetDouble())];
        double[][] Rows(string name) => [.. golden.RootElement.GetProperty(name).EnumerateArray().Select(Row)];
        double[] Values(string name) => Row(golden.RootElement.GetProperty(name));
        var kernel = new MaternKernel([false, false, false], Values("lengths"), golden.RootElement.GetProperty("variance").GetDouble());
        var process = GaussianProcess.Of(Rows("places"), Values("values"), kernel, golden.RootElement.GetProperty("noise").GetDouble())!;
        foreach (var (place, mean, deviation) in Rows("asked").Zip(Values("means"), Values("deviations")))
        {
            Assert.Equal(mean, process.At(place).Mean, 1e-9);
            Assert.Equal(deviation, Math.Sqrt(process.At(place).Variance), 1e-7);
        }
    }

    [Fact]
    public void Slopes_of_the_kernel_are_those_of_small_steps()
    {
        double[] one = [0.1, 0.5, 0.25], other = [0.3, 0.2, 0.75], lengths = [0.4, 0.9, 0.7];
        bool[] areWords = [false, false, true];
        var slopes = new double[3];
        var value = new MaternKernel(areWords, lengths, 1.3).WithSlopes(one, other, slopes);
        Assert.Equal(new MaternKernel(areWords, lengths, 1.3).Of(one, other), value, 1e-12);
        for (var i = 0; i < 3; i++)
        {
            double Moved(double by) => new MaternKernel(areWords, [.. lengths.Select((length, d) => d == i ? length * Math.Exp(by) : length)], 1.3).Of(one, other);
            Assert.Equal((Moved(1e-5) - Moved(-1e-5)) / 2e-5, slopes[i], 1e-8);
        }
    }

    [Fact]
    public void It_finds_a_smooth_bottom_in_few_trials()
    {
        var space = Space.Parse("x=0..1 y=0..1 kind={a,b}");
        var study = Study.InMemory(new StudyDefinition { Name = "s", Space = space, Sampler = Sampler, Trials = 30, Goal = Goal.Minimize });
        var best = study.Run(trial => Math.Pow(trial["x"].AsDouble() - 0.3, 2) + Math.Pow(trial["y"].AsDouble() - 0.7, 2) + (trial["kind"].ToString() == "b" ? 0 : 0.2));
        Assert.InRange(best!.Value!.Value, 0, 1e-3);
    }

    [Fact]
    public void It_keeps_away_from_where_trials_are_under_way()
    {
        var space = Space.Parse("x=0..1 y=0..1");
        var finished = Enumerable.Range(0, 15).Select(number => (number, point: new SobolSampler().Propose(new SearchState(space, 1, number))!))
            .Select(trial => new FinishedTrial(trial.number, trial.point, Math.Sin(9 * trial.point["x"].AsDouble()) + Math.Cos(11 * trial.point["y"].AsDouble()), RunStatus.Finished, null, null)).ToList();
        var state = new SearchState(space, 1, 15) { Goal = Goal.Minimize, Finished = finished };
        var first = Sampler.Propose(state)!;
        var second = Sampler.Propose(state with { Pending = [first] })!;
        Assert.True(Math.Abs(first["x"].AsDouble() - second["x"].AsDouble()) + Math.Abs(first["y"].AsDouble() - second["y"].AsDouble()) > 0.01);
    }
}
