namespace Kiln.Kernel.Tests;

/// <summary>Searches that worker processes cannot take part in: refused before one is started, with what to do.</summary>
[Collection("kernel")]
public class RefusedSearchTests(KernelProbe kernel)
{
    private const string Search = "#!search random {0} --trials 2 --parallel 2 --space \"lr=log(1e-3,1e-1)\"";

    [Fact]
    public async Task A_model_that_uses_the_session_is_refused_with_what_it_uses()
    {
        await kernel.RunAsync("#!data digits --limit 100");
        await kernel.RunAsync("int capturedWidth = 16;");
        await kernel.RunAsync("#!model captured-net\nFlatten(), Linear(capturedWidth), Linear(classes)");
        var text = (await SearchAsync("captured-net")).Traceback;
        Assert.Contains("The model 'captured-net' uses capturedWidth of this session", text);
        Assert.Contains("part of a #!shared cell, or leave --parallel out", text);
    }

    [Fact]
    public async Task A_model_that_uses_shared_code_that_uses_the_session_is_refused()
    {
        await kernel.RunAsync("#!data digits --limit 100");
        await kernel.RunAsync("int sharedWidth = 16;");
        await kernel.RunAsync("#!shared\nint WidthOfSession() => sharedWidth;");
        await kernel.RunAsync("#!model deep-net\nFlatten(), Linear(WidthOfSession()), Linear(classes)");
        Assert.Contains("uses WidthOfSession of this session", (await SearchAsync("deep-net")).Traceback);
    }

    [Fact]
    public async Task Data_in_a_variable_are_refused()
    {
        await kernel.RunAsync("var pointRows = Enumerable.Range(0, 60).Select(i => new { a = i * 1.0, label = i % 2 == 0 ? \"even\" : \"odd\" }).ToList();");
        await kernel.RunAsync("#!data from pointRows --target label");
        await kernel.RunAsync("#!model point-net\nLinear(classes)");
        var text = (await SearchAsync("point-net")).Traceback;
        Assert.Contains("uses pointRows of this session", text);
        Assert.Contains("Load it with a #!data line that names a file or a built-in set", text);
    }

    [Fact]
    public async Task A_model_of_plain_code_is_refused()
    {
        await kernel.RunAsync("#!data digits --limit 100");
        await kernel.RunAsync("Model.Define(\"code-net\", hp => TorchSharp.torch.nn.Sequential((\"f\", TorchSharp.torch.nn.Flatten()), (\"l\", TorchSharp.torch.nn.Linear(64, 10))));");
        Assert.Contains("The model 'code-net' was made by C# code", (await SearchAsync("code-net")).Traceback);
    }

    [Fact]
    public async Task Options_of_workers_without_workers_are_refused() =>
        Assert.Contains("Add --parallel N", (await kernel.RunAsync("#!search random any --memory 2GB --space \"lr=log(1e-3,1e-1)\"")).Traceback);

    private Task<CellRecord> SearchAsync(string model) => kernel.RunAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, Search, model));
}
