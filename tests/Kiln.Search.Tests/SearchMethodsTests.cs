namespace Kiln.Search.Tests;

public class SearchMethodsTests
{
    [Fact]
    public void Every_sampler_is_a_way_to_search_and_some_have_a_pruner()
    {
        Assert.Equal(Samplers.Names, SearchMethods.Names.Take(Samplers.All.Length));
        Assert.Equal(SearchMethods.Names, SearchMethods.Names.Distinct());
        Assert.IsType<AshaPruner>(SearchMethods.Find("ASHA")!.Pruner);
        Assert.Null(SearchMethods.Find("tpe")!.Pruner);
        Assert.Null(SearchMethods.Find("guess"));
    }
}
