using Kiln.Runs;

namespace Kiln.Interactive.Tests;

public class ExtensionTests : SessionFixture
{
    private const string Model = "#!model net\nFlatten(), Linear(hp.Int(\"width\", 2, 64, 16)), ReLU(), Linear(classes)";

    [Fact]
    public async Task Every_magic_of_the_table_is_bound_but_the_one_that_the_host_has()
    {
        var notebook = await ContractNotebook.OpenAsync();
        var table = Notebooks.CommandTable.Default.Commands.Where(command => command.IsListed).Select(command => command.Name).Except(["#!lsmagic"]);
        Assert.Equal(table.Append("#!kiln-help").Order(), notebook.Root.DirectiveNames.Order());
    }

    [Fact]
    public async Task The_session_gets_no_name_of_the_script()
    {
        var notebook = await ContractNotebook.OpenAsync();
        Assert.Empty(notebook.CSharp.VariableNames);
        Assert.NotNull((await notebook.TryAsync("Bind(null);")).Failure);
        await notebook.RunAsync("var root = 1; var csharp = 2;");
    }

    [Fact]
    public async Task Loading_twice_is_harmless()
    {
        var notebook = await ContractNotebook.OpenAsync();
        await notebook.LoadAsync();
        var output = await notebook.RunAsync("#!data digits --limit 300");
        Assert.Equal(2, output.Outputs.Count);
    }

    [Fact]
    public async Task A_cell_with_data_model_and_training_shows_the_training_live()
    {
        var notebook = await ContractNotebook.OpenAsync();
        var output = await notebook.RunAsync($"#!data digits\n{Model}\n#!train net --epochs 100000 --max-time 2s --hp width=8 --tag a --tag b");
        Assert.InRange(output.Updates.Count, 5, int.MaxValue);
        Assert.Contains("Best epoch", output.Text);
        var run = Assert.Single(Lab.Runs.List());
        Assert.Equal("8", run.Parameters["width"]);
        Assert.Equal(["a", "b"], run.Tags);
    }

    [Fact]
    public async Task Updates_keep_the_forms_of_the_first_display()
    {
        var notebook = await ContractNotebook.OpenAsync();
        var output = await notebook.RunAsync($"#!data digits --limit 300\n{Model}\n#!train net --epochs 3");
        var chart = output.Outputs[^1];
        Assert.Equal(["image/png", "text/html", "text/plain"], chart.FormattedValues.Select(form => form.MimeType));
        Assert.All(chart.FormattedValues, form => Assert.NotEmpty(form.Value));
        Assert.InRange(ContractOutput.In(chart, "image/png").Length, 1000, int.MaxValue);
    }

    [Fact]
    public async Task A_cancelled_training_stops_and_keeps_what_it_has_learnt()
    {
        var notebook = await ContractNotebook.OpenAsync();
        await notebook.RunAsync($"#!data digits\n{Model}");
        using var cancel = new CancellationTokenSource();
        var training = notebook.TryAsync("#!train net --epochs 100000", cancel.Token);
        while (Lab.Runs.List() is not [var running] || Lab.Runs.Epochs(running.Id).Count < 2) await Task.Yield();
        await cancel.CancelAsync();
        var output = await training;
        Assert.Equal(RunStatus.Stopped, Assert.Single(Lab.Runs.List()).Status);
        Assert.Contains("Stopped", output.Text);
    }

    [Theory]
    [InlineData("#!train nett", "net")]
    [InlineData("#!train net --lr fast", "expected a number such as 0.001 or 1e-3")]
    [InlineData("#!train net --epochs 2 --epochs 3", "--epochs is given 2 times (2, 3). Give it once.")]
    [InlineData("#!train", "MODEL is missing")]
    [InlineData("#!train net --epoch 3", "Unrecognized parameter name '--epoch'")]
    [InlineData("#!model other\nLinear(wrong)", "'wrong' does not exist")]
    public async Task A_mistake_fails_the_cell_with_one_message(string cell, string message)
    {
        var notebook = await ContractNotebook.OpenAsync();
        await notebook.RunAsync($"#!data digits --limit 300\n{Model}");
        Assert.Contains(message, await notebook.RefusalAsync(cell));
    }

    [Fact]
    public async Task What_follows_a_failed_magic_does_not_run()
    {
        var notebook = await ContractNotebook.OpenAsync();
        await notebook.RefusalAsync("#!train nobody\nvar after = 1;");
        Assert.DoesNotContain("after", notebook.CSharp.VariableNames);
    }

    [Fact]
    public async Task Several_words_without_names_reach_the_magic()
    {
        var notebook = await ContractNotebook.OpenAsync();
        await notebook.RunAsync($"#!data digits --limit 300\n{Model}\n#!model wide\nFlatten(), Linear(classes)");
        var output = await notebook.RunAsync("#!compare net wide --seeds 2 --epochs 1");
        Assert.Contains("wide", output.Text);
        Assert.Equal(4, Lab.Runs.List().Count);
    }

    [Fact]
    public async Task Csharp_around_magics_runs_in_its_place()
    {
        var notebook = await ContractNotebook.OpenAsync();
        var output = await notebook.RunAsync($"var limit = 300;\n#!data digits --limit 300\nvar seen = limit + 1;\n{Model}\n#!runs list\nseen");
        Assert.Contains("301", ContractOutput.In(output.Outputs[^1], "text/html"));
    }

    [Fact]
    public async Task A_model_may_come_from_a_variable_or_from_the_zoo_without_a_body()
    {
        var notebook = await ContractNotebook.OpenAsync();
        await notebook.RunAsync("#!data digits --limit 300");
        await notebook.RunAsync("using static TorchSharp.torch;\nFunc<nn.Module<Tensor, Tensor>> make = () => nn.Sequential((\"flat\", nn.Flatten()), (\"out\", nn.Linear(64, 10)));");
        Assert.Contains("650", (await notebook.RunAsync("#!model mine --from make")).Text);
        Assert.Contains("parameters", (await notebook.RunAsync("#!model ready --ready mlp")).Text);
    }

    [Fact]
    public async Task A_body_that_uses_the_session_says_so()
    {
        var notebook = await ContractNotebook.OpenAsync();
        await notebook.RunAsync("#!data digits --limit 300\nvar width = 12;");
        var output = await notebook.RunAsync("#!model net\nFlatten(), Linear(width), ReLU(), Linear(classes)");
        Assert.Contains("net uses width of this session", output.Text);
    }

    [Fact]
    public async Task Shared_code_stays_in_the_session()
    {
        var notebook = await ContractNotebook.OpenAsync();
        await notebook.RunAsync("#!shared\nint Half(int n) => n / 2;");
        Assert.Contains("21", (await notebook.RunAsync("Half(42)")).Html);
    }

    [Fact]
    public async Task Data_may_come_from_a_variable()
    {
        var notebook = await ContractNotebook.OpenAsync();
        await notebook.RunAsync("var rows = Enumerable.Range(0, 60).Select(i => new { x = i, y = 2.0 * i }).ToList();");
        Assert.Contains("60", (await notebook.RunAsync("#!data from rows --target y")).Text);
    }

    [Fact]
    public async Task Training_in_plain_csharp_shows_itself()
    {
        var notebook = await ContractNotebook.OpenAsync();
        await notebook.RunAsync($"#!data digits --limit 300\n{Model}");
        var output = await notebook.RunAsync("await Kiln.Lab.Train(\"net\", options: new() { Epochs = 2 });");
        Assert.Contains("Best epoch", output.Text);
    }

    [Theory]
    [InlineData("#!train -h")]
    [InlineData("#!train --help")]
    [InlineData("#!kiln-help train")]
    public async Task A_magic_tells_its_options(string cell)
    {
        var notebook = await ContractNotebook.OpenAsync();
        var output = await notebook.RunAsync(cell);
        Assert.Contains("--epochs N", output.Text);
        Assert.Contains("passes over the training data", output.Html);
    }

    [Fact]
    public async Task The_help_page_lists_the_magics_and_what_is_typed_differently()
    {
        var notebook = await ContractNotebook.OpenAsync();
        var output = await notebook.RunAsync("#!kiln-help");
        Assert.All(Magics.All, magic => Assert.Contains(magic.Name, output.Text));
        Assert.Contains("--epochs=5", output.Text);
    }

    [Fact]
    public async Task What_the_help_page_says_is_refused_is_refused_and_its_remedy_is_not()
    {
        var notebook = await ContractNotebook.OpenAsync();
        await notebook.RunAsync($"#!data digits --limit 300\n{Model}");
        Assert.Contains("DNI103", await notebook.RefusalAsync("#!train net --epochs=1"));
        Assert.Contains("DNI106", await notebook.RefusalAsync("#!search random net --space {lr=1}"));
        await notebook.RunAsync("#!search random net --trials 2 --epochs 1 --space \"lr={1e-3,1e-2}\"");
    }

    [Fact]
    public async Task Completion_proposes_options_models_data_and_words()
    {
        var notebook = await ContractNotebook.OpenAsync();
        await notebook.RunAsync($"#!data digits --limit 300\n{Model}");
        Assert.Contains("--early-stop", notebook.Root.ParameterNames("#!train"));
        Assert.Contains("net", notebook.Root.Completions("#!train", "--model"));
        Assert.Contains("fashion-mnist", notebook.Root.Completions("#!train", "--data"));
        Assert.Contains("adam", notebook.Root.Completions("#!train", "--optimizer"));
        Assert.DoesNotContain("--epochs", notebook.Root.Completions("#!train", "--model"));
    }

    [Fact]
    public async Task An_editor_underlines_no_layers_but_errors_in_csharp()
    {
        var notebook = await ContractNotebook.OpenAsync();
        Assert.Empty(await notebook.DiagnoseAsync(Model));
        Assert.NotEmpty(await notebook.DiagnoseAsync($"{Model}\n#!runs list\nint x = \"\";"));
    }
}
