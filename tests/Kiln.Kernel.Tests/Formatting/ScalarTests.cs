using System.Globalization;
using System.Numerics;
using System.Text;
using Kiln.Notebooks;

namespace Kiln.Kernel.Tests;

[Collection("registry")]
public class ScalarTests
{
    public static TheoryData<object?, string> Scalars => new()
    {
        { 12.50m, "12.50" },
        { 1e300, "1E+300" },
        { double.NaN, "NaN" },
        { (Half)1.5, "1.5" },
        { BigInteger.Pow(2, 70), "1180591620717411303424" },
        { new Complex(1, -2), "<1; -2>" },
        { "a \"quoted\" text", "a \"quoted\" text" },
        { false, "False" },
        { DBNull.Value, "<null>" },
        { AttributeTargets.Class | AttributeTargets.Enum, "Class, Enum" },
        { new DateTime(2026, 1, 2, 3, 4, 5), "2026-01-02 03:04:05" },
        { new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)), "2026-01-02 03:04:05+02:00" },
        { new DateOnly(2026, 1, 2), "2026-01-02" },
        { new TimeOnly(3, 4, 5), "03:04:05" },
        { TimeSpan.FromSeconds(90), "00:01:30" },
        { Guid.Empty, "00000000-0000-0000-0000-000000000000" },
        { new Version(1, 2, 3), "1.2.3" },
        { new Uri("https://example.org/a"), "https://example.org/a" },
        { typeof(int?), "System.Nullable<System.Int32>" },
        { typeof(string[]), "System.String[]" },
        { new StringBuilder("built"), "built" },
        { "memory".AsMemory(), "memory" },
        { (Func<int, string?>)(i => null), "Func<int, string>" },
        { (Action)GC.Collect, "Action Collect" },
        { 1..^2, "1..^2" },
    };

    [Theory]
    [MemberData(nameof(Scalars), DisableDiscoveryEnumeration = true)]
    public void A_scalar_is_its_text(object? value, string expected) => Assert.Equal(expected, Shown.Text(value));

    [Fact]
    public void Numbers_are_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator = ",";
            Assert.Equal("1.5", Shown.Text(1.5));
            Assert.Equal("[ 1.5, 2.5 ]", Shown.Text(new[] { 1.5, 2.5 }));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_link_to_the_web_can_be_clicked() =>
        Assert.Equal("<a href=\"https://example.org/?a=1&amp;b=2\">https://example.org/?a=1&amp;b=2</a>", Shown.Html(new Uri("https://example.org/?a=1&b=2")));

    [Fact]
    public void A_link_to_a_script_cannot() =>
        Assert.Equal([MimeBundle.Plain], ValueFormatters.Bundle(new Uri("javascript:alert(1)")).Data.Keys);

    [Fact]
    public void A_type_of_the_framework_leads_to_its_documentation() =>
        Assert.Contains("href=\"https://learn.microsoft.com/dotnet/api/system.collections.generic.list-1\"", Shown.Html(typeof(List<int>)));

    [Fact]
    public void A_scalar_whose_text_throws_says_so() => Assert.Equal("[ <InvalidOperationException> ]", Shown.Text(new[] { new Broken() }));

    private sealed class Broken : IFormattable
    {
        public string ToString(string? format, IFormatProvider? formatProvider) => throw new InvalidOperationException();
    }
}
