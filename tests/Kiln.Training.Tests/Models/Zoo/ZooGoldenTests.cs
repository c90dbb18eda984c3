using System.Text.Json;
using static TorchSharp.torch;

namespace Kiln.Training.Tests.Models;

/// <summary>The ready models against the same nets written in PyTorch (golden/make_zoo.py).</summary>
public class ZooGoldenTests
{
    private const long Steps = 12;
    private const long Vocabulary = 30;

    private static readonly JsonElement Golden =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Models", "golden", "zoo.json"))).RootElement;

    [Theory]
    [InlineData("linear")]
    [InlineData("mlp")]
    [InlineData("lenet")]
    [InlineData("resnet")]
    [InlineData("resnet", "depth=14")]
    [InlineData("resnet", "depth=20")]
    [InlineData("lstm")]
    [InlineData("char-rnn")]
    [InlineData("transformer")]
    [InlineData("char-transformer")]
    [InlineData("autoencoder")]
    [InlineData("vae")]
    [InlineData("gan")]
    public void It_has_as_many_parameters_as_in_PyTorch(string name, string values = "")
    {
        BuiltModel built = Built(name, [1, 28, 28], values);
        using nn.Module<Tensor, Tensor> module = built.Module;
        Assert.Equal(Golden.GetProperty("parameters").GetProperty($"{name} {values}".TrimEnd()).GetInt64(), built.Summary.Parameters);
    }

    [Theory]
    [InlineData("resnet", "depth=8 width=4")]
    [InlineData("char-rnn", "embedding=8 hidden=16 layers=2")]
    [InlineData("char-transformer", "size=32")]
    [InlineData("transformer", "size=32 blocks=1")]
    public void Its_outputs_and_gradients_are_those_of_PyTorch(string name, string values)
    {
        using nn.Module<Tensor, Tensor> module = Built(name, [3, 12, 12], values).Module;
        using var scope = NewDisposeScope();
        TorchSharp.Modules.Parameter[] weights = [.. module.parameters()];
        for (int k = 0; k < weights.Length; k++) Fill(weights[k], k);
        Tensor output = module.call(name == "resnet" ? Picture() : Tokens());
        output.square().mean().backward();

        JsonElement expected = Golden.GetProperty("values").GetProperty(name);
        Close(expected.GetProperty("output").EnumerateArray().Select(value => value.GetDouble()), output.flatten().data<float>().ToArray(), $"{name} output");
        JsonElement[] gradients = [.. expected.GetProperty("gradients").EnumerateArray()];
        Assert.Equal(gradients.Length, weights.Length);
        for (int k = 0; k < weights.Length; k++)
        {
            Tensor gradient = weights[k].grad!;
            Close([gradients[k].GetProperty("norm").GetDouble(), gradients[k].GetProperty("first").GetDouble()],
                [gradient.norm().item<float>(), gradient.flatten()[0].item<float>()], $"{name} gradient {k}");
        }
    }

    private static BuiltModel Built(string name, long[] picture, string values)
    {
        TaskShape shape = name switch
        {
            "char-rnn" or "char-transformer" => new(LearningTasks.LanguageModel, [Steps], Vocabulary, Vocabulary),
            "lstm" or "transformer" => new(LearningTasks.Classification, [Steps], 10, Vocabulary),
            "autoencoder" or "vae" or "gan" => new(LearningTasks.Autoencoding, picture, picture.Aggregate((a, b) => a * b)),
            _ => TaskShape.Classes(picture, 10),
        };
        return ModelBuilder.Build(Training.Zoo.Define(name), shape,
            values.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(pair => pair.Split('=')[0], pair => pair.Split('=')[1]));
    }

    /// <summary>Weight k of a model has at i the value 0.3 sin(0.7 i + k).</summary>
    private static void Fill(TorchSharp.Modules.Parameter weight, int k)
    {
        float[] values = [.. Enumerable.Range(0, (int)weight.numel()).Select(i => (float)(0.3 * Math.Sin(0.7 * i + k)))];
        using var noGrad = no_grad();
        weight.copy_(tensor(values, weight.shape));
    }

    private static Tensor Picture() => tensor([.. Enumerable.Range(0, 2 * 3 * 12 * 12).Select(i => (float)Math.Sin(i))], [2, 3, 12, 12]);

    private static Tensor Tokens() => tensor([.. Enumerable.Range(0, 2 * (int)Steps).Select(i => i * 7L % Vocabulary)], [2, Steps]);

    private static void Close(IEnumerable<double> expected, float[] actual, string what)
    {
        double[] wanted = [.. expected];
        Assert.Equal(wanted.Length, actual.Length);
        for (int i = 0; i < wanted.Length; i++)
            Assert.True(Math.Abs(wanted[i] - actual[i]) <= 2e-5 * (1 + Math.Abs(wanted[i])), $"{what} [{i}]: expected {wanted[i]}, got {actual[i]}");
    }
}
