namespace Kiln.Search.Tests;

public class SpaceTests
{
    [Fact]
    public void Every_form_of_values_is_read()
    {
        var space = Space.Parse("lr=log(1e-4,1e-1) width={32, 64} drop=0..0.5 layers=1..4(int) units=16..256(log,int) bias=bool optimizer=adam act={relu,\"leaky relu\",0.5,true}");
        Assert.Equal(
            [
                new LogFloatDimension("lr", 1e-4, 1e-1),
                new ChoiceDimension("width", [32L, 64L]),
                new FloatDimension("drop", 0, 0.5),
                new IntDimension("layers", 1, 4),
                new IntDimension("units", 16, 256, IsLog: true),
                new BoolDimension("bias"),
                new ChoiceDimension("optimizer", ["adam"]),
                new ChoiceDimension("act", ["relu", "leaky relu", 0.5, true]),
            ],
            space.Dimensions,
            (a, b) => a.GetType() == b.GetType() && a.Name == b.Name && a.Text == b.Text);
    }

    [Theory]
    [InlineData("lr=log(0.0001,0.1) width={32,64} drop=0..0.5 layers=1..4(int) units=16..256(log,int)/3 bias=bool opt={adam} t={\"a b\",c}")]
    [InlineData("drop=0..0.5/3 lr=log(1E-05,1)/2")]
    [InlineData("drop=0..0.5(step=0.1) units=32..256(int,step=32)")]
    [InlineData("opt={sgd,adam} momentum=0..0.99 if opt=sgd decay=bool if opt!={sgd,adam} n=1..4(int) w={1,2} if n>=2")]
    [InlineData("opt={\"a b\",c} m=0..1 if opt=\"a b\"")]
    [InlineData("w={32,64} n=1..4(int) where w*n<=512 where (w+1)*2/n - 3>n - (w - 4)")]
    public void The_canonical_text_reads_back_as_itself(string text) => Assert.Equal(text, Space.Parse(text).Text);

    [Theory]
    [InlineData("  drop = 0..1 ", 6)]
    [InlineData("", 0)]
    [InlineData("lr=log(x,1)", 7)]
    [InlineData("lr=log(1e-4 1)", 12)]
    [InlineData("lr=log(1e-4,1", 13)]
    [InlineData("lr=log(0,1)", 7)]
    [InlineData("lr=lag(1,2)", 3)]
    [InlineData("=1..2", 0)]
    [InlineData("lr", 2)]
    [InlineData("lr=", 3)]
    [InlineData("lr=2..1", 6)]
    [InlineData("lr=1..1", 6)]
    [InlineData("lr=1..", 6)]
    [InlineData("lr=1,2", 4)]
    [InlineData("a=1..2, b=3..4", 6)]
    [InlineData("a=1..2 a=3..4", 7)]
    [InlineData("a={1,1}", 5)]
    [InlineData("a={}", 3)]
    [InlineData("a={1,}", 5)]
    [InlineData("a={1,2", 6)]
    [InlineData("a={\"x}", 6)]
    [InlineData("a=0.5..4(int)", 2)]
    [InlineData("a=1..4.5(int)", 5)]
    [InlineData("a=1..4(float)", 7)]
    [InlineData("a=1..4(int", 10)]
    [InlineData("a=1..4/0", 7)]
    [InlineData("a=1..4/2.5", 7)]
    [InlineData("a=1..4/", 7)]
    [InlineData("a=1..1e999", 5)]
    [InlineData("a=0..5(log)", 2)]
    [InlineData("a=0..1(step=0)", 12)]
    [InlineData("a=0..1(step)", 11)]
    [InlineData("a=1..9(log,step=2)", 16)]
    [InlineData("a=1..9(int,step=0.5)", 16)]
    [InlineData("a=1..9(int,step=2)/3", 16)]
    [InlineData("a={1,2} b=0..1 if", 17)]
    [InlineData("a={1,2} b=0..1 if ", 18)]
    [InlineData("a={1,2} b=0..1 if c=1", 18)]
    [InlineData("b=0..1 if a=1 a={1,2}", 10)]
    [InlineData("b=0..1 if b=1", 10)]
    [InlineData("a={1,2} b=0..1 if a", 19)]
    [InlineData("a={1,2} b=0..1 if a=3", 20)]
    [InlineData("a={x,y} b=0..1 if a>2", 18)]
    [InlineData("a={1,2} b=0..1 if a={1,3}", 23)]
    [InlineData("a={1,2} where", 13)]
    [InlineData("a={1,2} where ", 14)]
    [InlineData("a={1,2} where a", 15)]
    [InlineData("a={1,2} where a<", 16)]
    [InlineData("a={1,2} where a<=b", 17)]
    [InlineData("a={1,2} where 1<2", 14)]
    [InlineData("a={x,y} where a<2", 14)]
    [InlineData("a={1,2} where (a<2", 16)]
    [InlineData("where a<2 a={1,2}", 6)]
    public void A_mistake_is_shown_at_its_character(string text, int position)
    {
        var error = Assert.Throws<SpaceSyntaxException>(() => Space.Parse(text));
        Assert.Equal(position, error.Position);
        Assert.StartsWith($"Space, character {position + 1}: ", error.Message);
        Assert.EndsWith($"\n  {text}\n  {new string(' ', position)}^", error.Message);
    }

    [Fact]
    public void A_mistake_says_what_to_write()
    {
        var error = Assert.Throws<SpaceSyntaxException>(() => Space.Parse("lr=log(1e-4;1e-1)"));
        Assert.Equal(
            """
            Space, character 12: expected ',', got ';'. Write log(1e-4,1e-1).
              lr=log(1e-4;1e-1)
                         ^
            """,
            error.Message);
    }

    [Theory]
    [InlineData("a=0..0.3", "0.0 0.075 0.15 0.225 0.3")]
    [InlineData("a=0..0.3/4", "0.0 0.1 0.2 0.3")]
    [InlineData("a=log(1e-4,1e-1)/4", "0.0001 0.001 0.01 0.1")]
    [InlineData("a=0..1/1", "0.5")]
    [InlineData("a=1..4(int)", "1 2 3 4")]
    [InlineData("a=1..100(int)", "1 26 50 75 100")]
    [InlineData("a=1..256(log,int)", "1 4 16 64 256")]
    [InlineData("a={64,32}", "64 32")]
    [InlineData("a=0..0.5(step=0.1)", "0.0 0.1 0.2 0.3 0.4 0.5")]
    [InlineData("a=0..1(step=0.3)", "0.0 0.3 0.6 0.9")]
    [InlineData("a=32..256(int,step=64)", "32 96 160 224")]
    [InlineData("a=bool", "false true")]
    public void A_grid_has_these_levels(string text, string levels) =>
        Assert.Equal(levels, string.Join(" ", Space.Parse(text).Dimensions[0].Levels));

    [Theory]
    [InlineData("a=0..0.5")]
    [InlineData("a=log(1e-4,1e-1)")]
    [InlineData("a=1..4(int)")]
    [InlineData("a=1..100(log,int)")]
    [InlineData("a={32,64,96}")]
    [InlineData("a=bool")]
    public void Every_place_and_every_level_lies_in_the_dimension(string text)
    {
        var dimension = Space.Parse(text).Dimensions[0];
        Assert.All(Enumerable.Range(0, 1001), i => Assert.True(dimension.Contains(dimension.At(Math.Min(i / 1000.0, Math.BitDecrement(1.0))))));
        Assert.All(dimension.Levels, level => Assert.True(dimension.Contains(level)));
    }

    [Theory]
    [InlineData("a=1..4(int)")]
    [InlineData("a={1,2,3,4}")]
    public void Equal_steps_of_place_are_equally_probable(string text)
    {
        var dimension = Space.Parse(text).Dimensions[0];
        var counts = Enumerable.Range(0, 1000).GroupBy(i => dimension.At(i / 1000.0)).Select(group => group.Count());
        Assert.Equal([250, 250, 250, 250], counts);
    }

    [Fact]
    public void A_grid_too_large_to_count_is_still_a_grid()
    {
        var space = Space.Parse(string.Join(" ", Enumerable.Range(0, 40).Select(i => $"a{i}=0..1/10000")));
        Assert.Equal(long.MaxValue, space.GridSize);
        Assert.NotNull(new GridSampler().Propose(new SearchState(space, 0, 7)));
    }

    [Fact]
    public void A_space_is_written_in_code_as_in_text()
    {
        var space = Space.Of(
            Space.Log("lr", 1e-5, 1e-1),
            Space.Choice("opt", "sgd", "adam"),
            Space.Float("momentum", 0, 0.99).If("opt", "sgd"),
            Space.Float("drop", 0, 0.5, step: 0.1),
            Space.Int("layers", 1, 4),
            Space.Int("units", 32, 256, step: 32).If("layers", Comparison.GreaterOrEqual, 2),
            Space.Int("width", 8, 512, log: true),
            Space.Bool("bias")).Where("units * layers <= 512");
        Assert.Equal(
            "lr=log(1E-05,0.1) opt={sgd,adam} momentum=0..0.99 if opt=sgd drop=0..0.5(step=0.1) layers=1..4(int) units=32..256(int,step=32) if layers>=2 width=8..512(log,int) bias=bool where units*layers<=512",
            space.Text);
        Assert.Equal(space.Text, Space.Parse(space.Text).Text);
    }

    [Theory]
    [InlineData("opt=sgd momentum=0.5", true)]
    [InlineData("opt=adam", true)]
    [InlineData("opt=sgd", false)]
    [InlineData("opt=adam momentum=0.5", false)]
    [InlineData("opt=sgd momentum=0.95", false)]
    [InlineData("opt=rmsprop momentum=0.5", false)]
    public void A_point_has_what_means_something_and_nothing_else(string point, bool isInside)
    {
        var space = Space.Parse("opt={sgd,adam} momentum=0..1 if opt=sgd where momentum<0.9");
        var parameters = point.Split(' ').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => ParameterValue.Parse(pair[1]));
        Assert.Equal(isInside, space.Contains(parameters));
    }

    [Fact]
    public void Mistakes_in_code_say_what_was_expected()
    {
        Assert.Contains("'b' depends on 'a', which does not stand before it", Assert.Throws<ArgumentException>(() => Space.Of(Space.Float("b", 0, 1).If("a", 1L))).Message, StringComparison.Ordinal);
        Assert.Contains("got 1 to 0", Assert.Throws<ArgumentException>(() => Space.Float("a", 1, 0)).Message, StringComparison.Ordinal);
        Assert.Contains("begins above 0", Assert.Throws<ArgumentException>(() => Space.Log("a", 0, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("none of them twice", Assert.Throws<ArgumentException>(() => Space.Choice("a", 1L, 1L)).Message, StringComparison.Ordinal);
        Assert.Equal(4, Assert.Throws<SpaceSyntaxException>(() => Space.Of(Space.Float("a", 0, 1)).Where("a<1 b")).Position);
    }
}
