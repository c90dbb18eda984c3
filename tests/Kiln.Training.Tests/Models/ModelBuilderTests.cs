using static Kiln.Training.Layers;
using static TorchSharp.torch;

namespace Kiln.Training.Tests.Models;

public class ModelBuilderTests
{
    [Fact]
    public void The_same_seed_gives_the_same_weights_and_another_does_not()
    {
        ModelDefinition mlp = Mlp();
        Assert.Equal(Weights(mlp, 1), Weights(mlp, 1));
        Assert.NotEqual(Weights(mlp, 1), Weights(mlp, 2));
    }

    [Fact]
    public void Building_does_not_shift_the_users_own_random_numbers()
    {
        manual_seed(5);
        float expected = rand(1).item<float>();
        manual_seed(5);
        Weights(Mlp(), 1);
        Assert.Equal(expected, rand(1).item<float>());
    }

    [Fact]
    public void Hyperparameters_reach_the_layers_and_are_listed()
    {
        BuiltModel built = ModelBuilder.Build(Mlp(), [1, 8, 8], 10, new Dictionary<string, string> { ["hidden"] = "7" });
        using nn.Module<Tensor, Tensor> module = built.Module;
        Assert.Equal([7, 64], module.state_dict()["1.weight"].shape);
        Hyperparameter hidden = Assert.Single(built.Hyperparameters);
        Assert.Equal(("hidden", "7", "32"), (hidden.Name, hidden.Value, hidden.Default));
    }

    [Fact]
    public void An_unknown_hyperparameter_names_the_model_and_the_nearest()
    {
        var problem = Assert.Throws<ModelException>(() => ModelBuilder.Build(Mlp(), [1, 8, 8], 10, new Dictionary<string, string> { ["hiden"] = "7" }));
        Assert.Equal("Model 'mlp': It has no hyperparameter 'hiden'. Did you mean 'hidden'? Known: hidden.", problem.Message);
    }

    [Fact]
    public void An_output_that_is_not_one_value_per_class_names_the_last_layer()
    {
        var model = new ModelDefinition("net", "", _ => LayerStack.Build([Flatten(line: 1), Linear(120, line: 4)], [1, 8, 8]));
        string message = Assert.Throws<ModelShapeException>(() => ModelBuilder.Build(model, [1, 8, 8], 10)).Message;
        Assert.Equal("Model 'net': expected an output of (N, 10), one value per class, got (N, 120) from the last layer, "
            + "Linear (layer 2, line 4). End the model with Linear(classes).", message);
    }

    [Fact]
    public void The_last_layer_of_any_module_is_named()
    {
        var model = new ModelDefinition("net", "", _ => nn.Sequential(("flat", nn.Flatten()), ("out", nn.Linear(64, 3))));
        string message = Assert.Throws<ModelShapeException>(() => ModelBuilder.Build(model, [1, 8, 8], 10)).Message;
        Assert.Contains("got (N, 3) from the last layer, out (Linear)", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_definition_that_throws_is_named_with_its_exception()
    {
        var model = new ModelDefinition("net", "", _ => throw new FormatException("bad"));
        var problem = Assert.Throws<ModelException>(() => ModelBuilder.Build(model, [4], 3));
        Assert.Equal("Model 'net' could not be built: FormatException: bad", problem.Message);
        Assert.IsType<FormatException>(problem.InnerException);
    }

    [Fact]
    public void A_module_that_does_not_take_the_input_says_what_libtorch_said()
    {
        var model = new ModelDefinition("net", "", _ => nn.Sequential(nn.Linear(5, 3)));
        string message = Assert.Throws<ModelException>(() => ModelBuilder.Build(model, [4], 3)).Message;
        Assert.StartsWith("Model 'net': Sequential failed on a trial batch of shape (2, 4), in '0': Linear: expected last dimension 5, got (2, 4).", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_counts_parameters_and_multiply_adds()
    {
        var model = new ModelDefinition("net", "", c => LayerStack.Build([Conv2d(6, 5, padding: 2), ReLU(), MaxPool2d(2), Flatten(), Linear(10)], c.InputShape));
        BuiltModel built = ModelBuilder.Build(model, [1, 28, 28], 10);
        using nn.Module<Tensor, Tensor> module = built.Module;
        ModelSummary summary = built.Summary;
        Assert.Equal(["Conv2d", "ReLU", "MaxPool2d", "Flatten", "Linear"], summary.Rows.Select(row => row.Kind));
        Assert.Equal([156, 0, 0, 0, 11770], summary.Rows.Select(row => row.Parameters));
        Assert.Equal([28 * 28 * 6 * 25, 0, 0, 0, 11760], summary.Rows.Select(row => row.MultiplyAdds));
        Assert.Equal([6, 14, 14], summary.Rows[2].OutputShape!.Value);
        Assert.Equal(156 + 11770, summary.Parameters);
        Assert.Contains("1 Conv2d", summary.ToString(), StringComparison.Ordinal);
        Assert.Contains("(N, 6, 14, 14)", summary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_of_any_module_lists_its_innermost_modules_in_order()
    {
        using var module = nn.Sequential(("features", nn.Sequential(("flat", nn.Flatten()), ("fc1", nn.Linear(64, 5)))), ("out", nn.Linear(5, 3)));
        ModelSummary summary = ModelSummary.Of(module, [1, 8, 8]);
        Assert.Equal(["features.flat", "features.fc1", "out"], summary.Rows.Select(row => row.Name));
        Assert.Equal([0, 320, 15], summary.Rows.Select(row => row.MultiplyAdds));
        Assert.Equal([5], summary.Rows[1].OutputShape!.Value);
    }

    [Fact]
    public void The_hash_ignores_line_ends_and_blanks_at_the_end_only()
    {
        string hash = Hash("Linear(10),\nReLU()");
        Assert.Equal(hash, Hash("Linear(10),  \r\nReLU()\n\n"));
        Assert.NotEqual(hash, Hash("Linear(11),\nReLU()"));
        Assert.NotEqual(hash, Hash("Linear(10), ReLU()"));
    }

    private static string Hash(string source) => new ModelDefinition("m", source, _ => throw new InvalidOperationException()).Hash;

    private static ModelDefinition Mlp() => new("mlp", "mlp", c =>
        LayerStack.Build([Flatten(), Linear(c.Hp.Int("hidden", 1, 64)), ReLU(), Linear(c.Classes)], c.InputShape));

    private static float[] Weights(ModelDefinition model, long seed)
    {
        using nn.Module<Tensor, Tensor> module = ModelBuilder.Build(model, [1, 8, 8], 10, seed: seed).Module;
        return [.. module.state_dict().Values.SelectMany(tensor => tensor.data<float>().ToArray())];
    }
}
