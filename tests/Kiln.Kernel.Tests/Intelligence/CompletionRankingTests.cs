namespace Kiln.Kernel.Tests;

/// <summary>What is proposed first, and what last.</summary>
public class CompletionRankingTests(PreparedSession session) : IClassFixture<PreparedSession>
{
    [Theory]
    [InlineData("lear", "learningNewest")]
    [InlineData("learningR", "learningRate")]
    [InlineData("foreach (var learningStep in prices) lear", "learningStep")]
    [InlineData("var learningHere = 1; lear", "learningHere")]
    [InlineData("thing.", "Alpha")]
    [InlineData("shape.", "Area")]
    [InlineData("fore", "foreach")]
    [InlineData("str", "string")]
    [InlineData("Strin", "String")]
    [InlineData("int length = title.", "CompareTo")]
    [InlineData("int length = title.Le", "Length")]
    [InlineData("Level current = le", "level")]
    [InlineData("Level current = Hi", "Level.High")]
    [InlineData("if (level == Mi", "Level.Middle")]
    [InlineData("Paint(Lo", "Level.Low")]
    [InlineData("switch (level) { case Hi", "Level.High")]
    [InlineData("while (rea", "ready")]
    [InlineData("bool done = tr", "true")]
    [InlineData("MyThing other = new ", "MyThing")]
    [InlineData("List<int> list = new ", "List<int>")]
    [InlineData("IShape drawn = new ", "Circle")]
    [InlineData("IEnumerable<int> some = new ", "List<int>")]
    [InlineData("throw new ArgumentE", "ArgumentException")]
    [InlineData("new Circle { ", "Radius")]
    [InlineData("var text = await p", "page")]
    [InlineData("await File.Re", "ReadAllBytesAsync")]
    [InlineData("title.SW", "StartsWith")]
    public void First_comes_what_is_likeliest_meant(string code, string first) => Assert.Equal(first, session.Texts(code)[0]);

    [Fact]
    public void Humps_and_parts_of_names_come_after_beginnings()
    {
        var found = session.Texts("Console.Line");
        Assert.Contains("ReadLine", found);
        Assert.Contains("WriteLine", found);
        Assert.Contains("WriteLine", session.Texts("Console.WL"));
        Assert.True(Index("Console.Re", "Read") < Index("Console.Re", "SetError"));
    }

    [Fact]
    public void What_every_object_has_comes_last_of_its_own() => Assert.True(Index("shape.", "Radius") < Index("shape.", "GetHashCode"));

    [Fact]
    public void Methods_of_extensions_come_after_those_of_the_type() => Assert.True(Index("prices.", "Add") < Index("prices.", "Select"));

    [Fact]
    public void Keywords_come_after_variables_and_before_types()
    {
        var found = session.Texts("le").ToList();
        Assert.True(found.IndexOf("learningRate") >= 0);
        Assert.True(Index("st", "string") < Index("st", "String"));
        Assert.True(Index("s", "shape") < Index("s", "string"));
    }

    [Fact]
    public void A_type_of_another_namespace_comes_last_with_its_full_name()
    {
        var found = session.Complete("HttpCl").Items;
        var item = Assert.Single(found, item => item.Text == "System.Net.Http.HttpClient");
        Assert.Equal("class System.Net.Http.HttpClient", item.Description);
    }

    [Fact]
    public void What_is_obsolete_comes_last() => Assert.Equal("learningOld", session.Texts("learning").Last(text => text.StartsWith("learning", StringComparison.Ordinal)));

    [Fact]
    public void A_name_declared_again_is_described_as_the_newest()
    {
        var item = session.Complete("Sum").Items.First(item => item.Text == "Sum");
        Assert.Equal("int Sum(int first, int second) (+1)", item.Description);
    }

    private int Index(string code, string text)
    {
        var index = session.Texts(code).ToList().IndexOf(text);
        return index < 0 ? int.MaxValue : index;
    }
}
