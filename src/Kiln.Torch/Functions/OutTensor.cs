namespace TorchSharp;

/// <summary>The <c>out</c> argument of functions: a tensor that takes the result.</summary>
internal static class OutTensor
{
    /// <summary>Moves a result into the tensor that the caller gave, if one was given.</summary>
    /// <returns>The tensor that holds the result.</returns>
    internal static torch.Tensor Fill(torch.Tensor? target, torch.Tensor result)
    {
        if (target is null) return result;
        using (result)
        {
            Ops.resize_(target, result.shape);
            return Ops.copy_(target, result);
        }
    }
}
