using Kiln.Search;

namespace Kiln.Tests;

public class StudyChartsTests
{
    [Theory]
    [InlineData("log(1e-4,1e-1)", true)]
    [InlineData("{1e-4,1e-3,1e-2}", true)]
    [InlineData("{1e-3,1e-2}", true)]
    [InlineData("0..0.5", false)]
    [InlineData("{16,32,64}", false)]
    [InlineData("{0,0.1,0.5}", false)]
    [InlineData("{adam,sgd}", false)]
    public void An_axis_is_logarithmic_where_steps_are_factors(string values, bool expected) =>
        Assert.Equal(expected, StudyCharts.IsLog(Space.Parse("x=" + values).Dimensions[0]));
}
