namespace Kiln.Torch.Tests.NN;

/// <summary>Every function of torch.nn.functional but the losses against python3-torch: results and gradients.</summary>
public sealed partial class FunctionalGoldenTests
{
    private static readonly GoldenCases Cases = new("NN", "golden", "functional.json");

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Results_and_gradients_equal_those_of_Python(string name) => Cases.Check(name, Functions[name]);

    [Fact]
    public void Every_case_of_the_fixture_is_tested() => Assert.Equal(Cases.Names.Order(), Functions.Keys.Order());
}
