namespace Kiln.Weights;

/// <summary>Where the bytes of a storage lie in the file.</summary>
internal readonly record struct DataRange(long Begin, long Length);

/// <summary>A pickle that was read: its root, and the place of every storage it speaks of.</summary>
internal sealed record PickleFile(InputFile File, object? Root, IReadOnlyDictionary<string, DataRange> Storages)
{
    private const string Remedy = "In Python, save the weights only: torch.save(model.state_dict(), path); or convert them: from safetensors.torch import save_file; save_file(model.state_dict(), \"model.safetensors\").";

    public static WeightsFileException Damaged(InputFile file, string problem, Exception? cause = null) =>
        new(file.Path, $"not a valid PyTorch file: {problem}. It is damaged or of another kind; copy or download it again, or use another checkpoint.", cause);

    public static WeightsFileException Refused(InputFile file, string problem) => new(file.Path, $"{problem}. {Remedy}");
}
