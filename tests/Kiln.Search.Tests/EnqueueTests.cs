namespace Kiln.Search.Tests;

/// <summary>Points that are put in front of what a sampler chooses.</summary>
public sealed class EnqueueTests : StoredTests
{
    private static readonly StudyDefinition Definition = new() { Name = "s", Space = Space.Parse("lr=log(1e-4,1e-1) width=8..128(int) act={relu,12}"), Trials = 5 };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_enqueued_point_comes_first_and_its_gaps_are_drawn(bool inMemory)
    {
        var study = inMemory ? Study.InMemory(Definition) : Study.Open(Store, Definition);
        Assert.True(study.Enqueue("lr=1e-3 act=12"));
        Assert.True(study.Enqueue("width=64"));
        var (first, second, third) = (study.Ask()!, study.Ask()!, study.Ask()!);
        Assert.Equal((0, 0.001, "12", false), (first.Number, first["lr"].AsDouble(), first["act"].ToString(), first.IsTakenUp));
        Assert.InRange(first["width"].AsLong(), 8, 128);
        Assert.Equal((1, 64), (second.Number, second["width"].AsLong()));
        Assert.Equal(2, third.Number);
    }

    [Fact]
    public void The_same_point_is_enqueued_once_even_by_a_later_session()
    {
        var study = Study.Open(Store, Definition);
        Assert.True(study.Enqueue("lr=1e-3"));
        Assert.False(study.Enqueue("lr=0.001"));
        study.Run(_ => 1);
        var later = Study.Open(Store, Definition);
        Assert.False(later.Enqueue("lr=1e-3"));
        Assert.True(later.Enqueue("lr=1e-2"));
        Assert.Equal(5, later.Ask()!.Number);
        Assert.Equal(6, later.TotalTrials);
    }

    [Fact]
    public void Whether_points_were_enqueued_moves_no_other_trial()
    {
        var (plain, with) = (Study.InMemory(Definition), Study.InMemory(Definition));
        with.Enqueue("lr=1e-3");
        plain.Run(_ => 1);
        with.Run(_ => 1);
        Assert.Equal(plain.Trials.Skip(1).Select(trial => trial.Parameters["lr"]), with.Trials.Skip(1).Select(trial => trial.Parameters["lr"]));
    }

    [Theory]
    [InlineData("lr", "expected name=value, got 'lr'")]
    [InlineData("rate=1e-3", "'rate' is not in the space, which has lr, width, act")]
    [InlineData("lr=1", "lr=1 is outside lr=log(0.0001,0.1)")]
    public void A_point_that_is_none_is_told(string point, string part) =>
        Assert.Contains(part, Assert.Throws<ArgumentException>(() => Study.InMemory(Definition).Enqueue(point)).Message);

    [Fact]
    public void A_grid_takes_no_points() =>
        Assert.Contains("goes through its own points", Assert.Throws<ArgumentException>(() => Study.InMemory(Definition with { Sampler = new GridSampler() }).Enqueue("lr=1e-3")).Message);

    [Fact]
    public void What_is_drawn_keeps_to_the_spaces_conditions_and_rules()
    {
        var study = Study.InMemory(Definition with { Space = Space.Parse("opt={adam,sgd} momentum=0..0.99 if opt=sgd width=8..128(int) depth=1..8(int) where width*depth<=200") });
        study.Enqueue("momentum=0.9 width=100");
        var trial = study.Ask()!;
        Assert.Equal(("sgd", 0.9, 100), (trial["opt"].ToString(), trial["momentum"].AsDouble(), trial["width"].AsLong()));
        Assert.InRange(trial["depth"].AsLong(), 1, 2);
        Assert.Contains("momentum only means something where opt=sgd", Assert.Throws<ArgumentException>(() => study.Enqueue("opt=adam momentum=0.5")).Message);
    }
}
