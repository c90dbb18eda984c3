using Kiln.Notebooks;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace Kiln.Interactive.Tests;

public class ValueFormatsTests : SessionFixture
{
    [Theory]
    [InlineData("TorchSharp.torch.arange(4)", "(4) Int64")]
    [InlineData("TorchSharp.torch.nn.Linear(4, 2)", "10 trainable parameters")]
    [InlineData("new Kiln.Charts.LineChart { Title = \"loss\" }", "loss")]
    public async Task A_value_of_Kiln_is_shown_by_the_hosts_own_registry(string expression, string text)
    {
        var notebook = await ContractNotebook.OpenAsync();
        var output = await notebook.RunAsync(expression);
        Assert.Contains(text, output.Text);
        Assert.NotEmpty(output.Html);
    }

    [Fact]
    public async Task Values_are_shown_also_where_the_magics_could_not_be_bound()
    {
        // The registry is the process's.
        Formatter.ResetToDefault();
        var notebook = new ContractNotebook();
        var script = ContractNotebook.Script.Replace(".AddDirective(", ".NoSuchMember(", StringComparison.Ordinal);
        Assert.Contains("NoSuchMember", Assert.Single((await ExtensionLoader.LoadAsync(notebook.Root, script)).OfType<CommandFailed>()).Message);
        Assert.Contains("(4) Int64", (await notebook.RunAsync("TorchSharp.torch.arange(4)")).Text);
        Assert.Contains("1,797", (await notebook.RunAsync("Kiln.Lab.Data(Kiln.Training.DataSource.BuiltIn(\"digits\"))")).Text);
    }

    [Fact]
    public async Task What_the_user_registers_stays_when_the_extension_is_loaded_again()
    {
        var notebook = await ContractNotebook.OpenAsync();
        await notebook.RunAsync("Microsoft.DotNet.Interactive.Formatting.Formatter.Register(typeof(Kiln.Charts.Chart), (chart, writer) => writer.Write(\"as I like it\"), \"text/plain\");");
        await notebook.LoadAsync();
        Assert.Equal("as I like it", (await notebook.RunAsync("new Kiln.Charts.LineChart { Title = \"loss\" }")).Text);
        Formatter.ResetToDefault();
    }

    [Fact]
    public async Task Results_of_training_are_shown_too()
    {
        var notebook = await ContractNotebook.OpenAsync();
        await notebook.RunAsync("#!data digits --limit 300\n#!model net\nFlatten(), Linear(classes)\n#!train net --epochs 1");
        Assert.Contains($"run {Lab.Runs.List()[0].Id}", (await notebook.RunAsync("Kiln.Lab.Runs.List()[0]")).Text);
        Assert.Contains("net", (await notebook.RunAsync("Kiln.Lab.Runs.List()")).Text);
        var evaluation = await notebook.RunAsync("Kiln.Lab.Evaluate(\"net\")");
        Assert.Contains("accuracy", evaluation.Text);
        Assert.Equal([MimeBundle.Html, MimeBundle.Plain, MimeBundle.Png], evaluation.Outputs[^1].FormattedValues.Select(form => form.MimeType));
    }
}
