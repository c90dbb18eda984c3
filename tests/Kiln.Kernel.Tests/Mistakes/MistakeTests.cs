using System.Text.RegularExpressions;

namespace Kiln.Kernel.Tests;

/// <summary>
/// What learners do wrong on their first days. Each page under pages/ is a notebook with a mistake in it, as it is typed, and
/// the complete text that the learner sees; it is run by the real kernel.
/// </summary>
[Collection("mistakes")]
public sealed partial class MistakeTests
{
    private static readonly string[] OtherMessages = ["Warning: ", "Note: ", "Hint: "];

    public static TheoryData<string> Pages => [.. MistakePage.Names];

    [Theory, MemberData(nameof(Pages))]
    public async Task The_learner_sees_the_page_as_reviewed(string name)
    {
        var page = MistakePage.Read(name);
        page.Matches(await MistakeNotebook.RunAsync(page.Cells));
    }

    [Theory, MemberData(nameof(Pages))]
    public void One_message_says_what_to_do(string name)
    {
        var said = MistakePage.Read(name).Outputs.SelectMany(Messages).ToList();
        Assert.True(said.Count == 1, $"Expected one message in {name}.md, got {said.Count}:\n{string.Join('\n', said)}");
        Assert.Matches(Remedy(), said[0]);
    }

    [Fact]
    public void All_ten_mistakes_have_a_page() => Assert.Equal(10, MistakePage.Names.Count(name => char.IsDigit(name[0])));

    // An error is the whole output of its cell; other messages are lines among what else is shown.
    private static IEnumerable<string> Messages((bool IsError, string Text) output) => output.IsError
        ? [output.Text]
        : output.Text.Split('\n').Where(line => OtherMessages.Any(kind => line.StartsWith(kind, StringComparison.Ordinal)));

    // A sentence that tells the learner to do something.
    [GeneratedRegex(@"(^|[.:;,] )(or )?(Correct|End|Give|Put|subtract|Try|Use|Write)\b")]
    private static partial Regex Remedy();
}

/// <summary>The pages run in the process's own workspace and folder: nothing else may run meanwhile.</summary>
[CollectionDefinition("mistakes", DisableParallelization = true)]
public class MistakeCollection;
