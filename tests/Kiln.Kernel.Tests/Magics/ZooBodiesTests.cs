using System.Text.RegularExpressions;
using Kiln.Training;

namespace Kiln.Kernel.Tests;

/// <summary>What <c>#!model net --ready NAME --show code</c> shows is a body that compiles in a cell, and makes the same model.</summary>
[Collection("mistakes")]
public sealed partial class ZooBodiesTests
{
    public static TheoryData<string> Names => [.. Zoo.Names];

    [Theory, MemberData(nameof(Names))]
    public async Task A_body_that_is_shown_makes_the_same_model(string name)
    {
        // A language model is one of text; all others take pictures.
        var data = name.StartsWith("char-", StringComparison.Ordinal)
            ? "System.IO.File.WriteAllText(\"book.txt\", string.Concat(Enumerable.Repeat(\"to be or not to be, that is the question. \", 30)));\n#!data text book.txt --length 16"
            : "#!data digits --limit 300";
        var outputs = await MistakeNotebook.RunAsync([data, $"#!model same --ready {name} --show code", $"#!model same\n{Zoo.Define(name).Source}"]);
        Assert.All(outputs, output => Assert.DoesNotContain(output, shown => shown.IsError));
        string ready = string.Join('\n', outputs[1].Select(shown => shown.Text)), typed = string.Join('\n', outputs[2].Select(shown => shown.Text));
        Assert.Contains(Zoo.Define(name).Source.Split('\n')[^1].Trim(), ready, StringComparison.Ordinal);
        Assert.Matches(Sum(), ready);
        Assert.Equal(Sum().Match(ready).Value, Sum().Match(typed).Value);
        Assert.StartsWith(typed, ready, StringComparison.Ordinal);
    }

    // The last row of the table of layers.
    [GeneratedRegex(@"(?m)^all .*\d")]
    private static partial Regex Sum();
}
