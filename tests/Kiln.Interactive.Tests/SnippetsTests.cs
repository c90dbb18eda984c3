using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kiln.Interactive.Tests;

public partial class SnippetsTests
{
    [Fact]
    public void Snippets_for_an_editor_name_magics_and_options_that_there_are()
    {
        var snippets = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "kiln.code-snippets")))!.AsObject();
        foreach (var line in snippets.Select(snippet => (string?)snippet.Value!["body"]![0] ?? ""))
        {
            var magic = Assert.Single(Magics.All, magic => magic.Name == line.Split(' ')[0]);
            var options = Option().Matches(line).Select(match => match.Value);
            Assert.Empty(options.Except(magic.Parameters.Select(parameter => parameter.Name)));
        }
    }

    [GeneratedRegex("(?<= )--[a-z-]+")]
    private static partial Regex Option();
}
