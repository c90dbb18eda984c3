using Kiln.Weights;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Starts a model from the weights of another run or of a file; a changed head keeps its own.</summary>
internal static class Transfer
{
    /// <summary>Copies every tensor whose name and shape are equal.</summary>
    /// <param name="module">The freshly built model.</param>
    /// <param name="path">A safetensors file or one of Python's torch.save.</param>
    /// <exception cref="TrainingException">The file cannot be read, or not one tensor fits.</exception>
    public static TransferReport Into(nn.Module module, string path)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        Dictionary<string, Tensor> source = Read(path), target = module.state_dict();
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
        if (taken.Count > 0) return new TransferReport(path, [.. taken], [.. kept], [.. unused]);
        throw new TrainingException($"From {path}: not one of its {source.Count} tensors fits the model. The model has {Names(target.Keys)}; the file has {Names(source.Keys)}. "
            + "Take weights of a model with the same layers in the same order.");
    }

    private static Dictionary<string, Tensor> Read(string path)
    {
        try
        {
            return StateDict.Load(path);
        }
        catch (Exception problem) when (problem is WeightsFileException or IOException or UnauthorizedAccessException)
        {
            throw new TrainingException($"From: {problem.Message}", problem);
        }
    }

    private static string? WhyNot(Tensor? source, Tensor target) => source switch
    {
        null => "not in the file",
        _ when !source.shape.SequenceEqual(target.shape) => $"{ShapeText.Of(source.shape)} there, {ShapeText.Of(target.shape)} here",
        _ => null,
    };

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Take(4)) + (names.Skip(4).Any() ? ", …" : "");
}
