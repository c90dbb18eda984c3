namespace Kiln.Kernel.Tests.DotNetInteractive;

[Collection("kernel")]
public class KernelInvocationContextTests(KernelProbe kernel)
{
    [Fact]
    public async Task Output_through_the_context_is_the_cells()
    {
        var cell = await kernel.RunAsync("""
            var current = KernelInvocationContext.Current;
            current.Display(42, "text/plain");
            current.DisplayAs("<b>b</b>", "text/html", "text/markdown");
            current.DisplayStandardOut("out");
            current.DisplayStandardError("err");
            """);
        Assert.Equal(["display_data", "display_data", "stream", "stream"], cell.Outputs);
        Assert.Equal("42", cell.Data("display_data"));
        Assert.Equal("<b>b</b>", cell.Data("display_data", "text/markdown", 1));
        Assert.Equal("out", cell.Stream("stdout"));
        Assert.Equal("err", cell.Stream("stderr"));
    }

    [Fact]
    public async Task A_cell_that_listens_to_the_token_may_end_in_order()
    {
        var request = kernel.Submit("""
            try
            {
                Console.WriteLine("waiting");
                await Task.Delay(-1, KernelInvocationContext.Current.CancellationToken);
            }
            catch (OperationCanceledException)
            {
                Console.WriteLine("tidied up");
            }
            """);
        await kernel.UntilAsync(() => kernel.About(request).Any(entry => entry.Message.Type == "stream"));
        kernel.Session.Interrupt();
        await kernel.IdleAsync(request);
        Assert.Equal("waiting\ntidied up\n", new CellRecord(kernel.About(request)).Stream("stdout"));
    }

    [Theory]
    [InlineData("display(1)")]
    [InlineData("1.Display()")]
    [InlineData("new[] { 1 }.DisplayTable()")]
    public async Task What_is_displayed_last_is_shown_once(string code) => Assert.Equal(["display_data"], (await kernel.RunAsync(code)).Outputs);

    [Fact]
    public async Task Content_is_updated_with_content()
    {
        var cell = await kernel.RunAsync("var content = \"<b>1</b>\".DisplayAs(\"text/html\"); content.Update(\"<b>2</b>\");");
        Assert.Equal("<b>2</b>", cell.Data("update_display_data", "text/html"));
    }

    [Theory]
    [InlineData("Kernel.Root")]
    [InlineData("KernelInvocationContext.Current.HandlingKernel")]
    public async Task Other_kernels_are_refused_while_the_cell_is_compiled(string code) =>
        Assert.Contains("Kiln is one C# kernel", (await kernel.RunAsync(code)).Traceback);

    [Theory]
    [InlineData("(MathString)@\"\\frac{1}{2}\"", "$$\\frac{1}{2}$$")]
    [InlineData("(LaTeXString)@\"\\LaTeX\"", "\\LaTeX")]
    public async Task Formulas_are_typeset(string code, string expected)
    {
        var cell = await kernel.RunAsync(code);
        Assert.Equal(expected, cell.Data("execute_result", "text/latex"));
        Assert.Equal(expected, cell.Result);
    }

    [Fact]
    public async Task A_password_is_shown_as_dots()
    {
        Assert.Equal("•••••••• 3", (await kernel.RunAsync("var word = new PasswordString(\"abc\"); $\"{word} {word.GetClearTextPassword().Length}\"")).Result);
        Assert.Equal("••••••••", (await kernel.RunAsync("new PasswordString(\"abc\")")).Result);
    }
}
