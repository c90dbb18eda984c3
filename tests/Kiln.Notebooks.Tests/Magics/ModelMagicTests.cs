using Kiln.Training;
using static TorchSharp.torch;

namespace Kiln.Notebooks.Tests.Magics;

public class ModelMagicTests : MagicFixture
{
    [Fact]
    public async Task The_body_is_compiled_once_with_its_lines_and_kept_as_the_source()
    {
        await Run("#!model net", "Flatten(),\nLinear(classes)");
        var code = Assert.Single(Host.Evaluated);
        Assert.Contains("#line 2\nFlatten(),\nLinear(classes)\n#line hidden\n", code);
        Assert.Equal("Flatten(),\nLinear(classes)", LabWorkspace.Current.Models.Get("net").Source);
    }

    [Fact]
    public async Task The_summary_is_that_of_the_data_loaded_last()
    {
        await Run("#!data digits --limit 100");
        await Run("#!model net", "Flatten(), Linear(classes)");
        Assert.Contains("net on digits, 1 × 8 × 8", Host.Text);
        Assert.Contains("1,210", Host.Text);
        Assert.Contains("width           2 to 64       16", Host.Text);
    }

    [Fact]
    public async Task Without_data_the_summary_waits_or_takes_the_input_given()
    {
        await Run("#!model net", "Linear(classes)");
        Assert.Contains("load some with #!data NAME", Host.Text);
        await Run("#!model net --input 1x28x28", "Linear(classes)");
        Assert.Contains("net on an input of 1x28x28, 1 × 28 × 28", Host.Text);
    }

    [Fact]
    public async Task A_body_that_uses_the_session_gets_a_note()
    {
        Host.Evaluate = _ => new Evaluation(Linear, ["width"]);
        await Run("#!model net", "Linear(width)");
        Assert.Contains("net uses width of this session", Host.Text);
    }

    [Fact]
    public async Task A_layer_that_does_not_fit_is_named_and_the_model_is_not_defined()
    {
        await Run("#!data digits --limit 100");
        Host.Evaluate = _ => new Evaluation((Func<ModelContext, ModelBody>)(_ => [Layers.Conv2d(4, 15, line: 3)]), []);
        var message = await Refusal("#!model net", "\nConv2d(4, 15)");
        Assert.StartsWith("#!model: Model 'net': Conv2d (layer 1, line 3)", message);
        Assert.DoesNotContain("net", LabWorkspace.Current.Models.Names);
    }

    [Fact]
    public async Task A_model_for_an_earlier_data_set_is_summarised_on_that()
    {
        await Run("#!data digits --limit 100");
        await Run("#!data iris");
        Host.Evaluate = _ => new Evaluation((Func<ModelContext, ModelBody>)(context => [Layers.Conv2d(4, 3), Layers.Flatten(), Layers.Linear(context.Classes)]), []);
        await Run("#!model net", "Conv2d(4, 3), Flatten(), Linear(classes)");
        Assert.Contains("net on digits", Host.Text);
    }

    [Theory]
    [InlineData("#!model net", "// nothing yet", "#!model net: the layers are missing.")]
    [InlineData("#!model", "Linear(3)", "#!model: NAME is missing")]
    [InlineData("#!model my/net", "Linear(3)", "expected a name of letters, digits and '-', got \"my/net\"")]
    [InlineData("#!model net --from x", "Linear(3)", "either --from or a body")]
    [InlineData("#!model net --from nothing", "", "there is no variable nothing")]
    [InlineData("#!model net --from number", "", "number is a Int32. Expected a function that returns a module")]
    [InlineData("#!model net --from module", "", "module is a module. Every run needs one with fresh weights")]
    [InlineData("#!model net --ready lenet", "Linear(3)", "either --ready or a body")]
    [InlineData("#!model net --ready lenet --from x", "", "either --from or --ready")]
    [InlineData("#!model net --ready lenett", "", "There is no ready model 'lenett'. Did you mean 'lenet'?")]
    [InlineData("#!model net --input 28by28", "Linear(3)", "expected sizes such as 1x28x28")]
    public async Task A_mistake_is_told_in_one_message(string line, string body, string part)
    {
        using var module = nn.Linear(2, 2);
        Host.Variables["number"] = 3;
        Host.Variables["module"] = module;
        Assert.Contains(part, await Refusal(line, body));
    }

    [Fact]
    public async Task A_function_in_a_variable_defines_a_model()
    {
        await Run("#!data iris");
        Host.Variables["make"] = () => nn.Sequential(("fc", nn.Linear(4, 3)));
        await Run("#!model net --from make");
        Assert.Contains("net on iris", Host.Text);
    }

    [Fact]
    public async Task Code_is_shown_on_request()
    {
        await Run("#!model net --show code", "Linear(classes) // <b>");
        Assert.Contains("Linear(classes) // &lt;b&gt;", Host.Html);
    }

    [Fact]
    public async Task A_ready_model_is_defined_under_a_name_and_shows_its_layers()
    {
        await Run("#!data digits --limit 100");
        await Run("#!model small --ready lenet --show code");
        Assert.Empty(Host.Evaluated);
        Assert.Contains("small on digits", Host.Text);
        Assert.Contains("hidden          32 to 256      120", Host.Text);
        Assert.Contains("Conv2d(6, window, padding: \"same\"), ReLU(), MaxPool2d(2),", Host.Text);
        Assert.Equal(Zoo.LeNet().Hash, LabWorkspace.Current.Models.Get("small").Hash);
    }

    [Fact]
    public async Task A_model_that_restores_its_input_is_defined_on_data_made_for_classes()
    {
        await Run("#!data digits --limit 100");
        await Run("#!model net --ready autoencoder");
        Assert.Contains("net on digits for --task autoencoding", Host.Text);
    }

    [Fact]
    public void The_names_of_ready_models_are_completed()
    {
        const string line = "#!model net --ready re";
        Assert.Equal(["resnet"], CommandTable.Default.Complete(line, line.Length).Select(item => item.Text));
    }

    [Fact]
    public async Task Hints_and_memory_stand_below_the_layers()
    {
        Host.Evaluate = _ => new Evaluation((Func<ModelContext, ModelBody>)(context => [Layers.Flatten(), Layers.Linear(context.Classes), Layers.Softmax()]), []);
        await Run("#!model net --input 1x8x8", "Flatten(), Linear(classes), Softmax()");
        Assert.Contains("Memory: weights 2.6 kB; training with Adam about 7.8 kB more, and 336 bytes per example of a batch.", Host.Text);
        Assert.Contains("Warning: Softmax", Host.Text);
    }

    [Fact]
    public async Task A_diagram_is_drawn_on_request()
    {
        await Run("#!data digits --limit 100");
        await Run("#!model net --ready resnet --show diagram");
        Assert.Contains("net on digits", Host.Text);
        Assert.Contains("added through Conv2d 1×1", Host.Text);
        Assert.Contains("<img", Host.Html);
    }
}
