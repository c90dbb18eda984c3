using System.Text.Json;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests;

/// <summary>Results and gradients equal those of Python's PyTorch.</summary>
public partial class GoldenOperatorTests
{
    public static TheoryData<string> Names => [.. Functions.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Results_and_gradients_equal_those_of_Python(string name)
    {
        using var scope = NewDisposeScope();
        var golden = GoldenFile.Read("operators.json")[name];
        var inputs = golden.GetProperty("inputs").EnumerateArray().Select(i => GoldenFile.ToTensor(i)!).ToArray();
        foreach (var input in inputs) if (input.is_floating_point()) input.requires_grad = true;

        var output = Functions[name](inputs);

        TensorAssert.Close(GoldenFile.ToTensor(golden.GetProperty("output"))!, output.detach());
        if (golden.TryGetProperty("gradients", out var gradients)) CheckGradients(gradients, inputs, output);
    }

    [Fact]
    public void Every_case_of_the_fixture_is_tested() =>
        Assert.Equal(GoldenFile.Read("operators.json").Keys.Order(), Functions.Keys.Order());

    private static void CheckGradients(JsonElement gradients, Tensor[] inputs, Tensor output)
    {
        var weights = linspace(-1, 1, output.numel(), output.dtype).reshape(output.shape);
        (output * weights).sum().backward();
        foreach (var (gradient, input) in gradients.EnumerateArray().Zip(inputs))
        {
            if (GoldenFile.ToTensor(gradient) is { } expected) TensorAssert.Close(expected, input.grad!);
            else Assert.Null(input.grad);
        }
    }
}
