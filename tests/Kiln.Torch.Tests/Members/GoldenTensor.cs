using System.Text.Json;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Members;

/// <summary>Tensors as recorder.py writes them: as everywhere, and complex elements as pairs.</summary>
internal static class GoldenTensor
{
    public static Tensor Read(JsonElement json)
    {
        var tensor = GoldenFile.ToTensor(json)!;
        return json.TryGetProperty("complex", out _) ? tensor.view_as_complex().clone() : tensor;
    }
}
