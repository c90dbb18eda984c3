using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Makes a batch of items by stacking their tensors.</summary>
internal static class Collation
{
    /// <summary>Stacks lists of tensors, place by place.</summary>
    public static IList<Tensor> Stack(IEnumerable<IList<Tensor>> items, Device device)
    {
        List<IList<Tensor>> all = [.. items];
        var other = all.Find(item => item.Count != all[0].Count);
        if (other is not null)
            throw new ArgumentException($"DataLoader: expected items of as many tensors, got {all[0].Count} and {other.Count}. Give a collate_fn of your own.");
        return Move([.. Enumerable.Range(0, all[0].Count).Select(place => Stack(all.ConvertAll(item => item[place]), $"tensor {place}"))], device);
    }

    /// <summary>Stacks tensors of the same name.</summary>
    public static Dictionary<string, Tensor> Stack(IEnumerable<Dictionary<string, Tensor>> items, Device device)
    {
        List<Dictionary<string, Tensor>> all = [.. items];
        var batch = new Dictionary<string, Tensor>();
        foreach (string name in all[0].Keys)
        {
            if (all.Exists(item => !item.ContainsKey(name)))
                throw new ArgumentException($"DataLoader: expected \"{name}\" in every item, but one lacks it. Give a collate_fn of your own.");
            batch[name] = Move(Stack(all.ConvertAll(item => item[name]), $"\"{name}\""), device);
        }
        return batch;
    }

    public static IList<Tensor> Move(IList<Tensor> tensors, Device device) => [.. tensors.Select(tensor => Move(tensor, device))];

    private static Tensor Move(Tensor tensor, Device device) => tensor.device_type == device.type ? tensor : tensor.to(device);

    private static Tensor Stack(List<Tensor> tensors, string what)
    {
        long[] shape = tensors[0].shape;
        var other = tensors.Find(tensor => !tensor.shape.AsSpan().SequenceEqual(shape));
        return other is null
            ? stack(tensors)
            : throw new ArgumentException($"DataLoader: expected {what} of one shape in all items, got ({string.Join(", ", shape)}) and ({string.Join(", ", other.shape)}). Give a collate_fn that pads or crops.");
    }
}
