namespace TorchSharp;

/// <summary>The two operators that look for different elements, with the parts of the result that were asked for.</summary>
internal static class DifferentElements
{
    /// <summary>All different elements or slices.</summary>
    internal static (torch.Tensor Output, torch.Tensor? Inverse, torch.Tensor? Counts) Of(torch.Tensor input, bool sorted, bool inverse, bool counts, int? dim) =>
        Asked(dim is { } d ? Ops.unique_dim(input, d, sorted, inverse, counts) : Ops._unique2(input, sorted, inverse, counts), inverse, counts);

    /// <summary>The first of each run of equal elements or slices.</summary>
    internal static (torch.Tensor Output, torch.Tensor? Inverse, torch.Tensor? Counts) InARow(torch.Tensor input, bool inverse, bool counts, int? dim) =>
        Asked(Ops.unique_consecutive(input, inverse, counts, dim), inverse, counts);

    private static (torch.Tensor, torch.Tensor?, torch.Tensor?) Asked((torch.Tensor Output, torch.Tensor Inverse, torch.Tensor Counts) all, bool inverse, bool counts)
    {
        if (!inverse) all.Inverse.Dispose();
        if (!counts) all.Counts.Dispose();
        return (all.Output, inverse ? all.Inverse : null, counts ? all.Counts : null);
    }
}
