using Kiln.Runs;

namespace Kiln.Search.Tests;

/// <summary>What every way to tell importance keeps to.</summary>
public abstract class ImportanceContract
{
    protected abstract IImportanceMethod Method { get; }

    [Fact]
    public void It_is_in_the_registry_under_its_name()
    {
        Assert.IsType(Method.GetType(), ImportanceMethods.Find(Method.Name.ToUpperInvariant()));
        Assert.Contains(Method.Name, ImportanceMethods.Names);
        Assert.NotEmpty(Method.Description);
    }

    [Fact]
    public void What_moves_the_metric_most_stands_first()
    {
        var found = Evaluate("a=0..1 b=0..1 word={x,y,z} c=1..9(int)", at => 5 * at["b"].AsDouble() + (at["word"].ToString() == "y" ? 2 : 0) + 0.1 * at["a"].AsDouble());
        Assert.Equal(["b", "word"], found.Take(2).Select(importance => importance.Name));
        Assert.Equal(4, found.Count);
        Assert.All(found, importance => Assert.InRange(importance.Share, 0, 1));
    }

    [Fact]
    public void The_direction_of_the_metric_may_be_either()
    {
        var space = Space.Parse("a=0..1 b=0..1");
        Assert.Equal("a", Method.Evaluate(space, Trials(space, at => -at["a"].AsDouble()), Goal.Minimize)[0].Name);
        Assert.Equal("a", Method.Evaluate(space, Trials(space, at => -at["a"].AsDouble()), Goal.Maximize)[0].Name);
    }

    [Fact]
    public void A_hyperparameter_that_some_trials_do_not_have_is_judged_by_the_others()
    {
        var found = Evaluate("opt={sgd,adam} momentum=0..1 if opt=sgd idle=0..1", at => at.TryGetValue("momentum", out var momentum) ? 4 * momentum.AsDouble() : 2);
        Assert.Equal("idle", found[^1].Name);
    }

    [Fact]
    public void Values_that_are_next_to_each_other_among_the_numbers_are_told_apart()
    {
        var space = Space.Parse("a=0..1 b=0..1");
        double[] near = [.. Enumerable.Range(0, 24).Select(_ => 0.7)];
        for (var i = 1; i < near.Length; i++) near[i] = Math.BitIncrement(near[i - 1]);
        List<FinishedTrial> trials = [.. near.Select((a, i) => new FinishedTrial(i, new Dictionary<string, ParameterValue> { ["a"] = a, ["b"] = i % 2 / 2.0 }, i < 13 ? 0 : 1, RunStatus.Finished, null, null))];
        Assert.Equal(2, Method.Evaluate(space, trials, Goal.Maximize).Length);
    }

    [Fact]
    public void Nothing_is_said_of_too_few_or_equal_values()
    {
        Assert.Empty(Evaluate("a=0..1", _ => 1));
        Assert.Empty(Evaluate("a=0..1", at => at["a"].AsDouble(), trials: 3));
        Assert.Empty(Evaluate("a=0..1", _ => double.NaN));
    }

    protected IReadOnlyList<ParameterImportance> Evaluate(string text, Func<IReadOnlyDictionary<string, ParameterValue>, double> value, int trials = 300)
    {
        var space = Space.Parse(text);
        return Method.Evaluate(space, Trials(space, value, trials), Goal.Maximize);
    }

    private static List<FinishedTrial> Trials(Space space, Func<IReadOnlyDictionary<string, ParameterValue>, double> value, int trials = 300) =>
        [.. Enumerable.Range(0, trials).Select(number => new RandomSampler().Propose(new SearchState(space, 1, number))!)
            .Select((point, number) => new FinishedTrial(number, point, value(point), RunStatus.Finished, null, null))];
}

public class FanovaImportanceTests : ImportanceContract
{
    protected override IImportanceMethod Method => new FanovaImportance();

    [Fact]
    public void Shares_of_a_sum_are_those_of_its_variance()
    {
        // The variance of c·u with u even over 0..1 is c² / 12: shares 9/10.25, 1/10.25 and 0.25/10.25.
        var found = Evaluate("a=0..1 b=0..1 c=0..1", at => 3 * at["a"].AsDouble() + at["b"].AsDouble() - 0.5 * at["c"].AsDouble(), trials: 500)
            .ToDictionary(importance => importance.Name, importance => importance.Share);
        Assert.Equal(9 / 10.25, found["a"], 0.05);
        Assert.Equal(1 / 10.25, found["b"], 0.04);
        Assert.Equal(0.25 / 10.25, found["c"], 0.03);
    }

    [Fact]
    public void What_only_works_in_combination_is_no_ones_share()
    {
        var found = Evaluate("a=0..1 b=0..1", at => Math.Sign(at["a"].AsDouble() - 0.5) * Math.Sign(at["b"].AsDouble() - 0.5), trials: 600);
        Assert.All(found, importance => Assert.InRange(importance.Share, 0, 0.15));
    }
}

public class PedAnovaImportanceTests : ImportanceContract
{
    protected override IImportanceMethod Method => new PedAnovaImportance();

    [Fact]
    public void Shares_add_up_to_one() =>
        Assert.Equal(1, Evaluate("a=0..1 b=0..1 c={x,y}", at => at["a"].AsDouble()).Sum(importance => importance.Share), 1e-12);

    [Fact]
    public void What_decides_only_among_the_bad_does_not_count()
    {
        // Half of a is a catastrophe whatever it is exactly; among the rest, b decides.
        var found = Evaluate("a=0..1 b=0..1", at => at["a"].AsDouble() < 0.2 ? -1000 : at["b"].AsDouble(), trials: 600);
        Assert.Equal("b", found[0].Name);
        Assert.InRange(found[0].Share, 0.8, 1);
    }
}
