namespace TorchSharp;

/// <summary>Results in the type that the caller wants, where the operator has no argument for it.</summary>
internal static class ConvertedResult
{
    /// <summary>The result itself if its type is the wanted one, or none is wanted.</summary>
    internal static torch.Tensor To(torch.ScalarType? type, torch.Tensor result)
    {
        if (type is not { } wanted || wanted == result.dtype) return result;
        using (result) return Ops.to(result, wanted);
    }
}
