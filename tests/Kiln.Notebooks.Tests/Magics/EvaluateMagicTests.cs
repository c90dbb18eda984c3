using Kiln.Training;

namespace Kiln.Notebooks.Tests.Magics;

public class EvaluateMagicTests : MagicFixture
{
    private readonly string _text = Path.Combine(Path.GetTempPath(), $"kiln-{Guid.NewGuid():n}.txt");

    [Fact]
    public async Task The_report_names_every_class_and_the_confusions_are_a_picture()
    {
        await Prepare();
        await Run("#!train net --epochs 2");
        Host.Clear();
        await Run("#!evaluate net");
        Assert.Contains("on digits, test split: accuracy 0.", Host.Text);
        Assert.Contains("95 % interval 0.", Host.Text);
        Assert.Contains("class  precision", Host.Text);
        Assert.Contains("rows: truth, columns: prediction", Host.Text);
        Assert.Contains("auc", Host.Text);
        Assert.Contains("data:image/svg+xml;base64,", Host.Html);
        Assert.Single(Host.Displays);
    }

    [Fact]
    public async Task Two_inputs_get_a_decision_surface()
    {
        await Run("#!data moons");
        await Run("#!model net", "Linear(classes)");
        await Run("#!train net --epochs 2");
        Host.Clear();
        await Run("#!evaluate net --split train");
        Assert.Equal(2, Host.Displays.Count);
        Assert.Contains("Decision surface, train split of moons", Host.Text);
        Assert.Contains("The model has seen these examples", Host.Text);
    }

    [Fact]
    public async Task A_line_is_drawn_through_its_points()
    {
        await Line();
        await Run("#!evaluate net");
        Assert.Contains("rmse", Host.Text);
        Assert.Contains("prediction − truth", Host.Text);
        Assert.Contains("y by x1, test split of line", Host.Text);
    }

    [Fact]
    public async Task The_weights_of_each_layer_are_a_histogram()
    {
        await Prepare();
        await Run("#!train net --epochs 1");
        Host.Clear();
        await Run("#!evaluate net --weights");
        Assert.Contains("Weights of net: share of the layer by weight", Host.Text);
    }

    [Fact]
    public async Task A_run_judged_by_something_else_than_accuracy_shows_it_in_its_table_and_verdict()
    {
        await Line();
        await Run("#!train net --epochs 2");
        Assert.Contains("val rmse", Host.Text);
        Assert.Contains("test rmse", Host.Text);
        Assert.DoesNotContain("accuracy", Host.Text);
    }

    [Fact]
    public async Task An_autoencoder_shows_what_it_gives_back()
    {
        await Run("#!data digits --limit 300");
        await Run("#!model squeeze --ready autoencoder");
        await Lab.Train("squeeze", options: new TrainOptions { Epochs = 1, Task = "autoencoding" });
        Host.Clear();
        await Run("#!evaluate squeeze");
        await Run("#!predict squeeze --n 4 --split train");
        Assert.Contains("test split: loss ", Host.Text);
        Assert.Contains("given back", Host.Text);
    }

    [Fact]
    public async Task A_prediction_in_a_cell_names_the_likeliest_classes()
    {
        await Prepare();
        await Run("#!train net --epochs 1");
        using var model = Lab.Load("net");
        var prediction = model.PredictRows([0])[0];
        Assert.True(BundleFormatters.TryFormat(prediction, out var bundle));
        Assert.StartsWith($"{prediction}\nclass  probability\n{prediction.Class}", bundle.Data[MimeBundle.Plain]);
    }

    [Fact]
    public async Task An_interrupted_evaluation_ends_at_once()
    {
        await Prepare();
        await Run("#!train net --epochs 1");
        Host.Interrupt();
        await Assert.ThrowsAsync<OperationCanceledException>(() => Run("#!evaluate net"));
    }

    [Fact]
    public async Task Predictions_of_pictures_are_a_sheet_with_bars()
    {
        await Prepare();
        await Run("#!train net --epochs 2");
        Host.Clear();
        await Run("#!predict net --n 6 --saliency occlusion --split train");
        Assert.Contains("net on digits, train split: 6 with the largest losses", Host.Text);
        Assert.Contains("truth ", Host.Text);
        Assert.Contains("image/png", Host.Displays[0].Bundle.Data.Keys);
    }

    [Fact]
    public async Task Predictions_of_a_table_are_a_table()
    {
        await Line();
        await Run("#!predict net --show random --n 4 --saliency gradient");
        Assert.Contains("y: truth  prediction", Host.Text);
        Assert.Contains("counts most", Host.Text);
        Assert.Equal(6, Host.Text.Split('\n').Length);
    }

    [Fact]
    public async Task A_language_model_writes()
    {
        await File.WriteAllTextAsync(_text, string.Concat(Enumerable.Repeat("abc", 300)));
        Lab.Data(DataSource.Text(_text));
        File.Delete(_text);
        Host.Evaluate = _ => new Evaluation((Func<ModelContext, ModelBody>)(c => [Layers.Embedding(8), Layers.Linear(c.Outputs)]), []);
        await Run("#!model writer", "Embedding(8), Linear(outputs)");
        await Run("#!train writer --epochs 1");
        Host.Clear();
        await Run("#!predict writer --prompt ab --length 20");
        Assert.Contains("After “ab”:", Host.Text);
        Assert.Contains("20 tokens each, temperature 0.8, seed 0.", Host.Text);
        await Run("#!predict writer --length 5");
        await Run("#!evaluate writer");
        Assert.Contains("perplexity", Host.Text);
        Assert.Contains("--saliency is for other models. Leave it out.", await Refusal("#!predict writer --saliency gradient"));
    }

    [Theory]
    [InlineData("#!evaluate net", "#!evaluate: Model 'net' has not been trained yet. Train it with #!train net, then try again.")]
    [InlineData("#!predict net --show wurst", "expected one of worst, random, confusion, got \"wurst\".")]
    [InlineData("#!evaluate net --split tset", "expected one of test, validation, train, got \"tset\".")]
    public async Task A_mistake_is_told_in_one_message(string line, string part)
    {
        await Prepare();
        Assert.Contains(part, await Refusal(line));
    }

    [Fact]
    public async Task A_prompt_is_for_language_models()
    {
        await Prepare();
        await Run("#!train net --epochs 1");
        Assert.Contains("#!predict net (net, trained for classification): --prompt is for language models. Leave it out.", await Refusal("#!predict net --prompt hello"));
    }

    private async Task Line()
    {
        float[] x = [.. Enumerable.Range(0, 100).Select(i => i / 10f)];
        var data = DataSet.FromArrays("line", x, [1], x.Select(value => 2 * value + 1).ToArray(), ["y"]);
        LabWorkspace.Current.Data.Set("line", data);
        Host.Evaluate = _ => new Evaluation((Func<ModelContext, ModelBody>)(c => [Layers.Linear(c.Outputs)]), []);
        await Run("#!model net", "Linear(outputs)");
        await Run("#!train net --epochs 3");
        Host.Clear();
    }
}
