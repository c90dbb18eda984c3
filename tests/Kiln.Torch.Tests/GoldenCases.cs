using System.Text.Json;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests;

/// <summary>The cases of a fixture that golden/recording.py wrote: inputs, the result and gradients of a function of Python's PyTorch.</summary>
internal sealed class GoldenCases(params string[] path)
{
    // The seed that recording.py sets before each function.
    private const long Seed = 7;

    private readonly Lazy<Dictionary<string, JsonElement>> _cases = new(() => Read(Path.Combine([AppContext.BaseDirectory, .. path])));

    public IEnumerable<string> Names => _cases.Value.Keys;

    public Tensor[] Inputs(string name) =>
        [.. _cases.Value[name].GetProperty("inputs").EnumerateArray().Select(input => GoldenFile.ToTensor(input)!)];

    /// <summary>Calls the function on the recorded inputs and compares the result and, where there are any, the gradients.</summary>
    public void Check(string name, Func<Tensor[], Tensor> function, double rtol = 1e-5, double atol = 1e-6)
    {
        using var scope = NewDisposeScope();
        var golden = _cases.Value[name];
        var inputs = Inputs(name);
        foreach (var input in inputs) if (input.is_floating_point()) input.requires_grad = true;

        manual_seed(Seed);
        var output = function(inputs);

        TensorAssert.Close(GoldenFile.ToTensor(golden.GetProperty("output"))!, output.detach(), rtol, atol);
        if (golden.TryGetProperty("gradients", out var gradients)) CheckGradients(gradients, inputs, output, rtol, atol);
    }

    private static void CheckGradients(JsonElement gradients, Tensor[] inputs, Tensor output, double rtol, double atol)
    {
        var weights = linspace(-1, 1, output.numel(), output.dtype).reshape(output.shape);
        (output * weights).sum().backward();
        foreach (var (gradient, input) in gradients.EnumerateArray().Zip(inputs))
        {
            if (GoldenFile.ToTensor(gradient) is { } expected) TensorAssert.Close(expected, input.grad!, rtol, atol);
            else Assert.Null(input.grad);
        }
    }

    private static Dictionary<string, JsonElement> Read(string file)
    {
        using var stream = File.OpenRead(file);
        return JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(stream)!;
    }
}
