using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>Turns what a pickle described into values and tensors.</summary>
internal sealed class ValueTree(PickleFile pickle)
{
    // Enough for any checkpoint, and far from what recursion can take.
    private const int Deepest = 64;

    // Containers that share parts can unfold to exponential size for whoever walks through them.
    private const long MostValues = 100_000_000;

    private readonly TensorViews _tensors = new(pickle);
    private readonly Dictionary<object, (object Value, long Count)> _done = new(ReferenceEqualityComparer.Instance);

    /// <summary>The values below a root; call <see cref="KeepTensors"/> when all is done.</summary>
    public object? Convert(object? root) => Convert(root, 0).Value;

    /// <summary>Gives the tensors to the scope outside.</summary>
    public void KeepTensors()
    {
        foreach (var (value, _) in _done.Values)
            if (value is Tensor tensor) tensor.MoveToOuterDisposeScope();
    }

    private (object? Value, long Count) Convert(object? value, int depth)
    {
        if (depth > Deepest) throw PickleFile.Refused(pickle.File, $"its values are nested deeper than {Deepest} levels or contain themselves");
        if (value is StorageRecord or StorageType or PickleFunction) throw PickleFile.Refused(pickle.File, "it holds a bare storage or function where a value should be");
        if (value is not (Dictionary<object, object?> or List<object?> or object?[] or TensorRecord)) return (value, 1);
        if (_done.TryGetValue(value, out var known)) return known;
        long count = 1;
        object made = value switch
        {
            Dictionary<object, object?> dictionary => dictionary.ToDictionary(entry => entry.Key, entry => Item(entry.Value, depth, ref count)),
            List<object?> list => list.ConvertAll(item => Item(item, depth, ref count)),
            object?[] tuple => Array.ConvertAll(tuple, item => Item(item, depth, ref count)),
            _ => _tensors.View((TensorRecord)value),
        };
        return _done[value] = (made, count);
    }

    private object? Item(object? value, int depth, ref long count)
    {
        var (made, below) = Convert(value, depth + 1);
        count += below;
        if (count > MostValues) throw PickleFile.Refused(pickle.File, "its values unfold to more than any checkpoint has");
        return made;
    }
}
