using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Data;

/// <summary>Item i is (i, i²) under the name "pair" and i under "index"; what else reading does is the test's.</summary>
internal sealed class Numbers(long count, Action<long>? onRead = null) : utils.data.Dataset
{
    public bool IsDisposed { get; private set; }

    public override long Count => count;

    public override Dictionary<string, Tensor> GetTensor(long index)
    {
        onRead?.Invoke(index);
        return new() { ["pair"] = tensor(new float[] { index, index * index }), ["index"] = tensor(index) };
    }

    protected override void Dispose(bool disposing) => IsDisposed = true;
}
