using System.Globalization;
using System.Text.Json;

namespace Kiln.Training.Tests.Scheduling;

public class ScheduleTests
{
    private static readonly JsonElement Golden = GoldenFile.Read("Schedules/golden/schedules.json");
    private static readonly SchedulePlan Plan = new(0.1, StepsPerEpoch: 5, Epochs: 6);

    public static TheoryData<string> Cases => [.. Golden.GetProperty("cases").EnumerateObject().Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Rates_are_those_of_pytorchs_schedulers(string name)
    {
        double[] losses = Golden.GetProperty("losses").Numbers();
        Schedule schedule = Named(name);
        JsonElement[] rows = [.. Golden.GetProperty("cases").GetProperty(name).EnumerateArray()];
        for (int step = 0; step < Plan.Steps; step++)
        {
            Rates rates = schedule.At(step, Plan, losses[..(step / 5)]);
            Assert.Equal(rows[step][0].GetDouble(), rates.Lr, 1e-12);
            if (rows[step][1].ValueKind == JsonValueKind.Number) Assert.Equal(rows[step][1].GetDouble(), rates.Momentum!.Value, 1e-12);
            else Assert.Null(rates.Momentum);
        }
    }

    [Theory]
    [InlineData("none", false)]
    [InlineData("step(2, 0.5)", false)]
    [InlineData("step", true)]
    [InlineData("exponential", false)]
    [InlineData("plateau", false)]
    [InlineData("cosine", true)]
    [InlineData("onecycle", true)]
    [InlineData("warmup-linear", true)]
    [InlineData("none +0.1", true)]
    public void A_schedule_tells_whether_another_length_changes_it(string name, bool expected) => Assert.Equal(expected, Named(name).DependsOnLength);

    [Fact]
    public void The_names_in_the_table_are_covered() =>
        Assert.Subset(Golden.GetProperty("cases").EnumerateObject().Select(entry => entry.Name.Split('(', ' ')[0]).ToHashSet(), Schedules.Names.ToHashSet());

    [Fact]
    public void A_run_of_one_step_has_a_rate()
    {
        var plan = new SchedulePlan(0.1, 1, 1);
        foreach (string name in Schedules.Names)
            Assert.True(double.IsFinite(Schedules.Find(name, null).At(0, plan, []).Lr), name);
    }

    private static Schedule Named(string name)
    {
        string[] parts = name.Split(" +");
        return Schedules.Find(parts[0], parts.Length > 1 ? double.Parse(parts[1], CultureInfo.InvariantCulture) : null);
    }
}
