namespace Kiln.Search.Tests;

public class ParameterValueTests
{
    public static TheoryData<ParameterValue, string> Values => new()
    {
        { 0.1 + 0.2, "0.30000000000000004" },
        { 1.0, "1.0" },
        { 1e-5, "1E-05" },
        { -1e300, "-1E+300" },
        { double.NaN, "NaN" },
        { double.PositiveInfinity, "Infinity" },
        { 64L, "64" },
        { long.MinValue, "-9223372036854775808" },
        { true, "true" },
        { false, "false" },
        { "adam", "adam" },
        { "", "" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_and_its_text_make_each_other(ParameterValue value, string text)
    {
        Assert.Equal(text, value.ToString());
        Assert.Equal(value, ParameterValue.Parse(text));
    }

    [Fact]
    public void A_whole_number_can_be_read_as_a_real_one_but_not_the_other_way()
    {
        Assert.Equal(64.0, new ParameterValue(64L).AsDouble());
        Assert.Contains("expected a whole number, got '64.0'", Assert.Throws<InvalidOperationException>(() => new ParameterValue(64.0).AsLong()).Message);
        Assert.Throws<InvalidOperationException>(() => new ParameterValue("x").AsDouble());
        Assert.Throws<InvalidOperationException>(() => new ParameterValue("x").AsBool());
        Assert.True(new ParameterValue(true).AsBool());
    }
}
