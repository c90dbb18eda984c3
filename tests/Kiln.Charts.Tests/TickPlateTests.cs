using Kiln.Charts.Svg;

namespace Kiln.Charts.Tests;

public class TickPlateTests
{
    private static readonly TickPlate[] Plates = [new(90, 50, "adam"), new(90, 150, "sgd")];

    [Fact]
    public void A_line_is_hidden_where_it_runs_below_a_label()
    {
        var (from, to) = Assert.Single(TickPlate.Hidden(Plates, (0, 50), (100, 50)));
        Assert.Equal((50, 92), (from.Y, to.X));
        Assert.InRange(from.X, 40, 89);
    }

    [Fact]
    public void A_steep_line_is_hidden_between_its_crossings_of_the_label() =>
        Assert.All(TickPlate.Hidden(Plates, (60, 0), (100, 200)), hidden => Assert.True(hidden.To.Y - hidden.From.Y <= 13.001));

    [Fact]
    public void A_line_between_labels_is_drawn_whole() => Assert.Empty(TickPlate.Hidden(Plates, (0, 100), (100, 100)));
}
