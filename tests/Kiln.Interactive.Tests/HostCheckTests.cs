namespace Kiln.Interactive.Tests;

public class HostCheckTests
{
    [Fact]
    public void A_host_that_has_all_is_told_nothing() => Assert.Null(HostCheck.Message(typeof(Microsoft.DotNet.Interactive.Kernel).Assembly));

    [Fact]
    public void A_host_that_lacks_something_is_told_what_and_what_still_works()
    {
        var message = HostCheck.Message(typeof(object).Assembly);
        Assert.Contains("no Microsoft.DotNet.Interactive.Directives.KernelActionDirective.Parameters", message);
        Assert.Contains("The C# API works here", message);
    }
}
