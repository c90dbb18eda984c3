using System.Text.Json.Nodes;

namespace Kiln.Kernel.Tests;

public class HistoryTests
{
    private readonly History _history = new();

    public HistoryTests()
    {
        foreach (var (number, code) in new[] { (1, "a = 1"), (2, "b = 2"), (3, "a = 1"), (4, "c") }) _history.Add(number, code);
        _history.AddResult(4, "seven");
    }

    [Fact]
    public void The_tail_is_the_newest_cells_oldest_first() =>
        Assert.Equal([3, 4], Numbers(new() { ["hist_access_type"] = "tail", ["n"] = 2 }));

    [Theory]
    [InlineData(2, 4, new[] { 2, 3 })]
    [InlineData(-2, null, new[] { 3, 4 })]
    [InlineData(1, -1, new[] { 1, 2, 3 })]
    [InlineData(3, null, new[] { 3, 4 })]
    [InlineData(9, 99, new int[0])]
    public void A_range_counts_from_either_end(int start, int? stop, int[] expected) =>
        Assert.Equal(expected, Numbers(new() { ["hist_access_type"] = "range", ["session"] = 0, ["start"] = start, ["stop"] = stop }));

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    public void Other_sessions_are_not_kept(int session) =>
        Assert.Empty(Numbers(new() { ["hist_access_type"] = "range", ["session"] = session }));

    [Fact]
    public void A_search_keeps_the_newest_of_equal_cells_in_its_place() =>
        Assert.Equal([2, 3], Numbers(new() { ["hist_access_type"] = "search", ["pattern"] = "? = *", ["unique"] = true }));

    [Fact]
    public void A_search_gives_the_newest_n() =>
        Assert.Equal([3], Numbers(new() { ["hist_access_type"] = "search", ["pattern"] = "a*", ["n"] = 1 }));

    [Fact]
    public void Output_comes_with_the_code_where_it_is_wanted()
    {
        var entry = Ask(new() { ["hist_access_type"] = "tail", ["n"] = 1, ["output"] = true })[0]!.AsArray();
        Assert.Equal("""[0,4,["c","seven"]]""", entry.ToJsonString());
        entry = Ask(new() { ["hist_access_type"] = "range", ["stop"] = 2, ["output"] = true })[0]!.AsArray();
        Assert.Equal("""[0,1,["a = 1",null]]""", entry.ToJsonString());
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{ "hist_access_type": 3 }""")]
    [InlineData("""{ "hist_access_type": "tail", "n": -1 }""")]
    [InlineData("""{ "hist_access_type": "search", "pattern": "[" }""")]
    public void Nonsense_finds_nothing(string content) => Assert.Empty(Ask((JsonObject)JsonNode.Parse(content)!));

    private int[] Numbers(JsonObject content) => [.. Ask(content).Select(entry => (int)entry![1]!)];

    private JsonArray Ask(JsonObject content) => _history.Answer(new Message("history_request", content))["history"]!.AsArray();
}
