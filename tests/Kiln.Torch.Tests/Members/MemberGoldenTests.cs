using System.Text.Json;

namespace Kiln.Torch.Tests.Members;

/// <summary>Every overload and form of the members in src/Kiln.Torch/members gives Python's results and gradients.</summary>
public class MemberGoldenTests
{
    private static readonly Lazy<Dictionary<string, JsonElement>> s_cases = new(Read);

    public static TheoryData<string> Names => [.. s_cases.Value.Keys];

    [Theory, MemberData(nameof(Names))]
    public void All_forms_of_a_member_give_the_results_and_gradients_of_Python(string name)
    {
        var golden = new MemberCase(s_cases.Value[name]);

        var calls = golden.Calls().ToList();

        Assert.True(calls.Count > 0, $"No overload of {golden.Member} takes the arguments of the case '{name}'.");
        foreach (var call in calls) golden.Check(call);
    }

    [Fact]
    public void Every_overload_in_the_tables_has_a_case()
    {
        var bound = s_cases.Value.Values.SelectMany(json => new MemberCase(json).Calls()).Select(call => call.Method).ToHashSet();

        var without = MemberNames.Methods().Where(method => !bound.Contains(method)).Select(method => $"{method.DeclaringType!.Name}: {method}").Order();

        Assert.Empty(without);
    }

    private static Dictionary<string, JsonElement> Read()
    {
        var cases = new Dictionary<string, JsonElement>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Members", "golden"), "*.json").Order(StringComparer.Ordinal))
        {
            using var stream = File.OpenRead(file);
            foreach (var (name, json) in JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(stream)!)
                cases.Add($"{Path.GetFileNameWithoutExtension(file)}: {name}", json);
        }
        return cases;
    }
}
