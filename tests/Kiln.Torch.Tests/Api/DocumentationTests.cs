using System.Globalization;
using Kiln.Torch.Api;
using TorchSharp;

namespace Kiln.Torch.Tests.Api;

/// <summary>The documentation of every public member: a summary, the shape of what it gives, its source.</summary>
public class DocumentationTests
{
    [Fact]
    public void Public_members_tell_what_they_are_what_they_give_and_where_they_come_from()
    {
        var gaps = new DocumentationCheck(typeof(torch).Assembly.Location).Gaps().ToList();

        foreach (var group in gaps.GroupBy(gap => gap.Lack.Split(':')[0]))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"documentation lacks {group.Key}: {group.Count()} times"));
    }
}
