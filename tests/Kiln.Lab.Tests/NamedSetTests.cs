namespace Kiln.Tests;

public class NamedSetTests
{
    [Fact]
    public void An_unknown_name_is_answered_with_the_nearest_one()
    {
        var set = new NamedSet<string>("model", "Define it with #!model NAME.");
        set.Set("lenet", "a definition");
        var problem = Assert.Throws<LabException>(() => set.Get("lenett"));
        Assert.Contains("Did you mean 'lenet'?", problem.Message);
        Assert.Contains("#!model", problem.Message);
    }

    [Fact]
    public void A_later_definition_replaces_an_earlier_one_and_is_the_newest()
    {
        var set = new NamedSet<string>("model", "");
        set.Set("a", "first");
        set.Set("b", "other");
        set.Set("A", "second");
        Assert.Equal("second", set.Get("a"));
        Assert.Equal("second", set.Newest);
        Assert.Equal(2, set.Names.Count);
    }
}
