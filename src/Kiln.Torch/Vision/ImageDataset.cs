using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace TorchSharp.Modules;

/// <summary>Images and their labels in memory, a byte a pixel.</summary>
internal sealed class ImageDataset : Dataset
{
    private readonly Tensor _images;
    private readonly (string Name, Tensor Numbers)[] _labels;
    private readonly torchvision.ITransform? _transform;
    private readonly bool _asBatch;

    /// <summary>Keeps images (N, C, H, W) of bytes, and labels (N) of Int64 under their names.</summary>
    public ImageDataset(byte[] pixels, long[] size, (string Name, long[] Numbers)[] labels, torchvision.ITransform? transform, bool asBatch)
    {
        _images = tensor(pixels, size).DetachFromDisposeScope();
        _labels = [.. labels.Select(label => (label.Name, tensor(label.Numbers).DetachFromDisposeScope()))];
        (_transform, _asBatch) = (transform, asBatch);
    }

    public override long Count => _images.size(0);

    public override Dictionary<string, Tensor> GetTensor(long index)
    {
        if (index < 0 || index >= Count) throw new ArgumentOutOfRangeException(nameof(index), index, $"Expected an index of 0 to {Count - 1}.");
        var item = new Dictionary<string, Tensor> { ["data"] = Image(index) };
        foreach (var (name, numbers) in _labels) item[name] = numbers.select(0, index);
        return item;
    }

    private Tensor Image(long index)
    {
        using var scope = NewDisposeScope();
        var image = _images.select(0, index).to(ScalarType.Float32).div_(256);
        if (_transform is not null) image = _asBatch ? _transform.call(image.unsqueeze(0)).squeeze(0) : _transform.call(image);
        return image.MoveToOuterDisposeScope();
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        _images.Dispose();
        foreach (var (_, numbers) in _labels) numbers.Dispose();
    }
}
