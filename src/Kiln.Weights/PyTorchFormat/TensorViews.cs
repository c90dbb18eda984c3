using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>Reads storages, each once, and makes the tensors that look at them.</summary>
internal sealed class TensorViews(PickleFile pickle)
{
    private readonly Dictionary<string, Tensor> _storages = new(StringComparer.Ordinal);
    private long _copied;

    public Tensor View(TensorRecord record)
    {
        using var off = no_grad();
        if (record.Shape.Contains(0)) return empty(record.Shape, record.Storage.Type.Type);
        var storage = Storage(record.Storage);
        var layout = StridedLayout.Of(record.Shape, record.Strides);
        var core = layout.IsDense ? Dense(storage, record, layout) : Copy(storage, record, layout);
        for (int i = 0; i < record.Shape.Length; i++)
            if (!layout.Axes.Contains(i)) core = core.unsqueeze(i);
        return layout.Repeats ? core.expand(record.Shape) : core;
    }

    private Tensor Storage(StorageRecord record)
    {
        if (_storages.TryGetValue(record.Key, out var known)) return known;
        if (!pickle.Storages.TryGetValue(record.Key, out var range))
            throw PickleFile.Damaged(pickle.File, $"its storage '{Words.Short(record.Key)}' is not there");
        if (record.Elements > range.Length / record.Type.ElementSize)
            throw PickleFile.Damaged(pickle.File, $"its storage '{Words.Short(record.Key)}' has {range.Length} bytes, too few for {record.Elements} elements of {record.Type.Type}");
        return _storages[record.Key] = pickle.File.ReadTensor(range.Begin, [record.Elements], record.Type.Type, record.Type.ElementSize);
    }

    // A block of the storage without holes, perhaps with its dimensions in another order: it shares the memory.
    private static Tensor Dense(Tensor storage, TensorRecord record, StridedLayout layout)
    {
        if (layout.Axes.Length == 0) return storage.select(0, record.Offset);
        var sizes = Array.ConvertAll(layout.ByStride, axis => record.Shape[axis]);
        long count = 1;
        foreach (long size in sizes) count *= size;
        var places = Array.ConvertAll(layout.Axes, axis => (long)Array.IndexOf(layout.ByStride, axis));
        return storage.narrow(0, record.Offset, count).view(sizes).permute(places);
    }

    // Elements with gaps between them, as of a column: they are copied together. All copies have at most the file's size.
    private Tensor Copy(Tensor storage, TensorRecord record, StridedLayout layout)
    {
        var shape = Array.ConvertAll(layout.Axes, axis => record.Shape[axis]);
        var strides = Array.ConvertAll(layout.Axes, axis => record.Strides[axis]);
        long bytes = Words.SizeInBytes(shape, record.Storage.Type.ElementSize)!.Value;
        long extent = 1;
        for (int i = 0; i < shape.Length; i++) extent += (shape[i] - 1) * strides[i];
        _copied += bytes;
        if (_copied > pickle.File.Length || extent > int.MaxValue / record.Storage.Type.ElementSize)
            throw PickleFile.Refused(pickle.File, "it has views with gaps or overlaps that would take more memory than the file. Save them with .contiguous()");
        var target = empty(shape, record.Storage.Type.Type);
        StridedCopy.Gather(storage.narrow(0, record.Offset, extent).bytes, target.bytes, shape, strides, record.Storage.Type.ElementSize);
        return target;
    }
}
