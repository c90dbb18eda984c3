using Kiln.Weights;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Starts a model from the weights of another run or of a file; a changed head keeps its own.</summary>
internal static class Transfer
{
    /// <summary>Copies every tensor whose name and shape are equal.</summary>
    /// <param name="module">The freshly built model.</param>
    /// <param name="from">Where the weights are.</param>
    /// <exception cref="TrainingException">They cannot be read, or not one tensor fits.</exception>
    public static TransferReport Into(nn.Module module, WeightSource from)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        IReadOnlyDictionary<string, Tensor> source = Read(from);
        Dictionary<string, Tensor> target = module.state_dict();
        var taken = new List<string>();
        var kept = new List<string>();
        foreach ((string name, Tensor tensor) in target)
        {
            if (WhyNot(source.GetValueOrDefault(name), tensor) is { } reason) kept.Add($"{name} ({reason})");
            else
            {
                tensor.copy_(source[name]);
                taken.Add(name);
            }
        }
        string[] unused = [.. source.Keys.Where(name => !target.ContainsKey(name))];
        foreach (Tensor tensor in source.Values) tensor.Dispose();
        if (taken.Count > 0) return new TransferReport(from.Name, [.. taken], [.. kept], [.. unused]);
        throw new TrainingException($"From {from.Name}: not one of its {source.Count} tensors fits the model. The model has {Names(target.Keys)}; it has {Names(source.Keys)}. "
            + "Take weights of a model with the same layers in the same order.");
    }

    private static IReadOnlyDictionary<string, Tensor> Read(WeightSource from)
    {
        try
        {
            return from.Read();
        }
        catch (Exception problem) when (problem is WeightsFileException or CheckpointException or IOException or UnauthorizedAccessException)
        {
            throw new TrainingException($"From: {problem.Message}", problem);
        }
    }

    private static string? WhyNot(Tensor? source, Tensor target) => source switch
    {
        null => "not there",
        _ when !source.shape.SequenceEqual(target.shape) => $"{ShapeText.Of(source.shape)} there, {ShapeText.Of(target.shape)} here",
        _ => null,
    };

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Take(4)) + (names.Skip(4).Any() ? ", …" : "");
}
