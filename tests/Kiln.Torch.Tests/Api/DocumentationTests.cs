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

        Assert.True(gaps.Count == 0, string.Join('\n', gaps));
    }
}
