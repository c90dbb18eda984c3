namespace TorchSharp;

/// <summary>Indices from .NET's lists, as a tensor for the time of one call.</summary>
internal static class IndexList
{
    /// <summary>Calls a function with a tensor (N) of Int64 and frees it.</summary>
    internal static torch.Tensor Use(IEnumerable<long> indices, Func<torch.Tensor, torch.Tensor> function)
    {
        var array = indices.ToArray();
        using var tensor = TensorFactory.From<long>(array, [array.LongLength], null, null, false);
        return function(tensor);
    }
}
